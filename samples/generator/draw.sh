#!/usr/bin/env bash
# Draws the street's layers with Blender (once, a few minutes) and films every scene over them.
#   draw.sh [SCENE...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
layers=${LAYERS:-$here/../../.build/street-layers}
[ -f "$layers/layers.json" ] || blender --background --python "$here/street.py" -- "$layers" 32 > /dev/null
[ -f "$layers/along/layers.json" ] || blender --background --python "$here/along.py" -- "$layers/along" 40 > /dev/null
/usr/bin/python3 -B "$here/film.py" "$layers" "$here/.." "$@"
/usr/bin/python3 -B "$here/grids.py" > "$here/../grids.yaml"
