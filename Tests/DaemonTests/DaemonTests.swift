import Testing

/// Everything that runs the daemon: one after another, for each has the machine to itself.
@Suite(.serialized) enum DaemonTests {}
