"""Writes the expected values of the tests of `Measures`: what public programs make of seeded inputs.

    python3 -m venv /tmp/references && /tmp/references/bin/pip install -r requirements.txt
    /tmp/references/bin/python make.py

Each function below writes one file beside this one, from random inputs and from those at the edge: nothing at all, all
of one kind, all the same. The same versions write the same files. Where a program has no value (scikit-learn warns, or
raises), the file says null or lacks the case. The tests read the files and need no Python.
"""

import contextlib
import io
import json
import math
import pathlib
import warnings

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from scipy import optimize, sparse, stats
from sklearn import calibration, isotonic, metrics
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

FOLDER = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")


def plain(value):
    """Numbers that JSON knows: null for what is none."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(one) for one in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(value) if math.isfinite(value) else None
    return value


def write(name, cases):
    text = ",\n".join(json.dumps(plain(case), separators=(",", ":")) for case in cases)
    (FOLDER / f"{name}.json").write_text(f"[\n{text}\n]\n")


def shares(random):
    """statsmodels: Wilson intervals."""
    pairs = [(k, n) for n in range(1, 9) for k in range(n + 1)]
    for n in [20, 95, 100, 1000, 123_456]:
        pairs += [(0, n), (n, n), (n - 1, n)] + [(int(random.integers(0, n + 1)), n) for _ in range(5)]
    return [
        {"successes": k, "n": n, "interval": proportion_confint(k, n, alpha=0.05, method="wilson")} for k, n in pairs
    ]


def tallies(random):
    """scikit-learn: precision, recall and F1."""
    counts = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1) if a + b + c > 0]
    counts += [tuple(random.integers(0, 40, 3)) for _ in range(20)]
    cases = []
    for true, false, missed in counts:
        truth = [1] * true + [0] * false + [1] * missed
        said = [1] * true + [1] * false + [0] * missed
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(
            truth, said, average="binary", zero_division=np.nan
        )
        cases.append({"counts": [true, false, missed], "precision": precision, "recall": recall, "f1": f1})
    return cases


def mcnemars(random):
    """SciPy and statsmodels: the exact test of discordant pairs."""
    pairs = [(b, c) for b in range(7) for c in range(7) if b + c > 0]
    pairs += [(0, 40), (40, 40), (300, 340), (3, 1200), (5000, 5200), (50_000, 50_500)]
    pairs += [tuple(random.integers(1, 60, 2)) for _ in range(20)]
    cases = [{"gained": 0, "lost": 0, "p": 1.0}]
    for gained, lost in pairs:
        p = mcnemar([[0, gained], [lost, 0]], exact=True).pvalue
        assert math.isclose(p, stats.binomtest(int(gained), int(gained + lost)).pvalue, rel_tol=1e-9)
        cases.append({"gained": gained, "lost": lost, "p": min(p, 1.0)})
    return cases


def quantiles(random):
    """NumPy: quantiles."""
    samples = [[3.5], [2.0, 2.0], [0.1] * 7, [5.0, -1.0], [1.0, 2.0, 3.0, 4.0]]
    samples += [random.normal(10, 30, n).round(3) for n in range(2, 26)]
    at = [0, 0.025, 0.1, 1 / 3, 0.5, 0.9, 0.975, 1]
    return [{"values": one, "at": at, "expected": np.quantile(one, at)} for one in samples]


def counts(random):
    """scikit-learn and NumPy: errors of counts; of a range, the true number in it that is nearest."""
    samples = [[(3.0, 3.0, 3.0)], [(0.0, 0.0, 0.0), (1.0, 0.0, 0.0)], [(12.0, 10.0, 10.0), (8.0, 10.0, 10.0)]]
    for n in range(1, 21):
        low = random.integers(0, 60, n).astype(float)
        high = low + random.integers(0, 2, n) * random.integers(0, 15, n)
        counted = np.maximum(0, (low * random.uniform(0.6, 1.5, n)).round(random.integers(0, 3)))
        samples.append(list(zip(counted, low, high)))
    cases = []
    for sample in samples:
        counted, low, high = (np.array(column) for column in zip(*sample))
        truth = np.clip(counted, low, high)
        cases.append(
            {
                "counts": sample,
                "mae": metrics.mean_absolute_error(truth, counted),
                "rmse": metrics.root_mean_squared_error(truth, counted),
                "bias": np.mean(counted - truth),
                "within": np.sum(np.isclose(counted, truth, rtol=0.2, atol=1e-9)),
            }
        )
    return cases


def assignments(random):
    """SciPy: the least cost, and the greatest number of pairs where some are forbidden."""
    matrices = [[[2.5]], [[None]], [[1, 1], [1, 1]], [[None, None], [None, None]], [[None, 1], [None, 2]]]
    for _ in range(40):
        rows, columns = random.integers(1, 9, 2)
        matrices.append(random.uniform(-5, 20, (rows, columns)).round(3).tolist())
    for _ in range(60):
        rows, columns = random.integers(1, 9, 2)
        whole = random.integers(0, 6, (rows, columns)).tolist()
        share = random.uniform(0.1, 0.9)
        matrices.append([[None if random.random() < share else one for one in row] for row in whole])
    matrices.append(random.uniform(0, 1, (30, 23)).round(2).tolist())
    cases = []
    for matrix in matrices:
        allowed = np.array([[one is not None for one in row] for row in matrix])
        most = sparse.csgraph.maximum_bipartite_matching(sparse.csr_array(allowed), perm_type="column")
        # Whole or few numbers: so large a price of a forbidden pair loses none of their digits.
        priced = np.array([[1e6 if one is None else one for one in row] for row in matrix])
        rows, columns = optimize.linear_sum_assignment(priced)
        pairs = [(row, column) for row, column in zip(rows, columns) if allowed[row, column]]
        assert len(pairs) == np.sum(most >= 0)
        cost = sum(matrix[row][column] for row, column in pairs)
        cases.append({"costs": matrix, "pairs": len(pairs), "cost": float(cost)})
    return cases


def scored(random, most=30):
    """Scores and whether each is true: with ties, without, and at the edge."""
    samples = [([], []), ([0.4], [1]), ([0.4], [0]), ([0.5] * 6, [1, 0, 0, 1, 0, 0])]
    samples += [([0.1, 0.2, 0.9], [1, 1, 1]), ([0.1, 0.2, 0.2], [0, 0, 0])]
    samples += [([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]), ([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0])]
    for _ in range(24):
        n = random.integers(2, most)
        true = (random.random(n) < random.uniform(0.1, 0.9)).astype(int)
        scores = np.clip(random.normal(0.35 + 0.3 * true, 0.25), 0, 1).round(random.integers(1, 4))
        samples.append((scores, true))
    return [(np.array(scores, dtype=float), np.array(true, dtype=int)) for scores, true in samples]


def curves(random):
    """scikit-learn: ROC and precision-recall curves with the figures that are read from them."""
    cases = []
    for scores, true in scored(random):
        case = {"scores": scores, "true": true}
        if 0 < true.sum() < len(true):
            false_rate, recall, _ = metrics.roc_curve(true, scores, drop_intermediate=False)
            case["roc"] = [false_rate, recall]
            case["auc"] = metrics.roc_auc_score(true, scores)
            case["recalls"] = [[most, recall[false_rate <= most].max()] for most in (0, 0.01, 0.05, 0.25, 1)]
        if true.sum() > 0:
            precision, recall, _ = metrics.precision_recall_curve(true, scores)
            case["precision_recall"] = [precision[::-1], recall[::-1]]
            case["average"] = metrics.average_precision_score(true, scores)
        cases.append(case)
    return cases


def rates(random):
    """scikit-learn: precision and recall of the alarms; recall counts events without any alarm as well."""
    cases = []
    for scores, true in scored(random):
        if not 0 < true.sum() < len(true):
            continue
        matched, wrong = int(true.sum()), int(len(true) - true.sum())
        events, hours = matched + int(random.integers(0, 5)), round(random.uniform(0.5, 30), 2)
        precision, recall, thresholds = metrics.precision_recall_curve(true, scores)
        false_rate, _, _ = metrics.roc_curve(true, scores, drop_intermediate=False)
        cases.append(
            {
                "matched": scores[true == 1],
                "false_alarms": scores[true == 0],
                "events": events,
                "hours": hours,
                "thresholds": thresholds[::-1],
                "recall": recall[::-1][1:] * matched / events,
                "precision": precision[::-1][1:],
                "false_per_hour": false_rate[1:] * wrong / hours,
            }
        )
    return cases


def reliabilities(random):
    """scikit-learn: the bins of a reliability diagram; NumPy: the expected calibration error over them."""
    cases = []
    for scores, true in scored(random):
        if len(set(true)) < 2:
            # It cannot tell of which kind they are.
            continue
        for bins in (1, 5, 10):
            share, score = calibration.calibration_curve(true, scores, n_bins=bins)
            n = np.bincount(np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], scores), minlength=bins)
            error = np.average(np.abs(share - score), weights=n[n > 0])
            cases.append({"scores": scores, "true": true, "bins": bins, "curve": [score, share], "expected": error})
    return cases


def isotonics(random):
    """scikit-learn: isotonic regression, at places within, between and outside the scores it was fitted to."""
    cases = []
    for scores, true in scored(random):
        if len(true) == 0:
            continue
        fit = isotonic.IsotonicRegression(out_of_bounds="clip").fit(scores, true)
        at = np.concatenate([[-1, 0, 1, 7], np.unique(scores)[:8], random.uniform(0, 1, 6).round(3)])
        cases.append({"scores": scores, "true": true, "at": at, "expected": fit.predict(at)})
    return cases


def box(random):
    return [*random.uniform(0, 90, 2).round(2), *random.uniform(4, 45, 2).round(2)]


def pictures(random, categories, count, truths, crowded, few):
    """Truths, and detections near them, between them and twice."""
    all_of_them = []
    for _ in range(count):
        there, detections = [], []
        for _ in range(random.integers(0, truths + 1)):
            category, place = int(random.integers(1, categories + 1)), box(random)
            there.append([category, place, bool(random.random() < crowded)])
            for _ in range(random.integers(0, 3)):
                moved = (np.array(place) + random.normal(0, random.choice([0.5, 3]), 4)).round(2)
                moved[2:] = np.maximum(moved[2:], 1)
                detections.append([category, moved.tolist(), round(random.random(), 2 if few else 6)])
        for _ in range(random.integers(0, 4)):
            category = int(random.integers(1, categories + 2))
            detections.append([category, box(random), round(random.random() * 0.7, 2)])
        all_of_them.append({"truths": there, "detections": detections})
    return all_of_them


def boxes(random):
    """pycocotools: AP and AP50 of all areas, 100 detections a picture."""
    place = [10.0, 10.0, 20.0, 20.0]
    sets = [
        [{"truths": [], "detections": []}],
        [{"truths": [], "detections": [[1, place, 0.9]]}],
        [{"truths": [[1, place, False]], "detections": []}],
        [{"truths": [[1, place, False]], "detections": [[1, place, 0.9]]}],
        [{"truths": [[1, place, True]], "detections": [[1, place, 0.9]]}],
        [{"truths": [[1, place, False]], "detections": [[2, place, 0.9]]}],
        [{"truths": [[1, place, False], [1, place, False]], "detections": [[1, place, 0.5]] * 3}],
        [{"truths": [[1, [0.0, 0.0, 0.0, 5.0], False]], "detections": [[1, [0.0, 0.0, 0.0, 5.0], 0.5]]}],
        # More than a hundred detections, the only right one last.
        [
            {
                "truths": [[1, place, False]],
                "detections": [[1, [float(i), 60.0, 9.0, 9.0], 0.9] for i in range(100)] + [[1, place, 0.1]],
            }
        ],
    ]
    # Overlaps that are just what is demanded.
    for width in (5.0, 6.0, 7.5, 8.0, 9.0, 9.5):
        truth, detection = [1, [0.0, 0.0, 10.0, 10.0], False], [1, [0.0, 0.0, width, 10.0], 0.9]
        sets.append([{"truths": [truth], "detections": [detection]}])
    # The surer detection overlaps both truths alike, the other only one of them.
    for left, right in ((10.0, 12.0), (12.0, 10.0)):
        truths = [[1, [x, 0.0, 10.0, 10.0], False] for x in (left, right)]
        detections = [[1, [x, 0.0, 10.0, 10.0], score] for x, score in ((11.0, 0.9), (8.0, 0.8))]
        sets.append([{"truths": truths, "detections": detections}])
    for number in range(16):
        crowded = (0, 0, 0.15, 0.5)[number % 4]
        sets.append(pictures(random, 1 + number % 3, 1 + number // 2, 6, crowded, few=number % 2 == 0))
    cases = []
    for images in sets:
        truths, detections = [], []
        for image, picture in enumerate(images, start=1):
            for category, place, crowd in picture["truths"]:
                truths.append(
                    {"id": len(truths) + 1, "image_id": image, "category_id": category, "bbox": place,
                     "area": place[2] * place[3], "iscrowd": int(crowd)}
                )  # fmt: skip
            for category, place, score in picture["detections"]:
                detections.append({"image_id": image, "category_id": category, "bbox": place, "score": score})
        ap, ap50 = coco(len(images), truths, detections)
        cases.append({"pictures": images, "ap": ap, "ap50": ap50})
    return cases


def coco(images, truths, detections):
    with contextlib.redirect_stdout(io.StringIO()):
        there = COCO()
        there.dataset = {
            "info": {},
            "images": [{"id": one} for one in range(1, images + 1)],
            "annotations": truths,
            "categories": [{"id": one} for one in range(1, 6)],
        }
        there.createIndex()
        if not detections:
            # pycocotools reads no empty list; one of a category without truths changes nothing.
            detections = [{"image_id": 1, "category_id": 5, "bbox": [0, 0, 1, 1], "score": 0.5}]
        judged = COCOeval(there, there.loadRes(detections), "bbox")
        judged.evaluate()
        judged.accumulate()
        judged.summarize()
    return [None if one < 0 else one for one in judged.stats[:2]]


class SplitMix64:
    """The numbers of https://prng.di.unimi.it/splitmix64.c."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) % 2**64
        return mixed ^ (mixed >> 31)

    def index(self, below):
        return (self.next() * below) >> 64


def bootstraps(random):
    """NumPy over the same draws, to be met exactly; `scipy.stats.bootstrap` over its own 20,000, to be met roughly."""
    cases = []
    for n in (2, 5, 20, 60):
        hours = random.uniform(0.1, 2, n).round(3)
        earlier, later = random.poisson(1.5 * hours), random.poisson(1.0 * hours)
        if n == 5:
            hours[:3] = 0
        seed, resamples = int(random.integers(1, 2**40)), 200
        generator, rates, differences = SplitMix64(seed), [], []
        for _ in range(resamples):
            drawn = [generator.index(n) for _ in range(n)]
            if hours[drawn].sum() == 0:
                continue
            rates.append(earlier[drawn].sum() / hours[drawn].sum())
            differences.append(later[drawn].sum() / hours[drawn].sum() - rates[-1])
        case = {"hours": hours, "earlier": earlier, "later": later, "seed": seed, "resamples": resamples}
        case["rate"] = np.quantile(rates, [0.025, 0.975])
        case["difference"] = np.quantile(differences, [0.025, 0.975])
        if n >= 20:
            settings = dict(paired=True, vectorized=False, n_resamples=20_000, method="percentile", rng=random)
            rate = stats.bootstrap((earlier, hours), lambda a, h: a.sum() / h.sum(), **settings)
            case["scipy_rate"] = list(rate.confidence_interval)
            both = (earlier, later, hours)
            difference = stats.bootstrap(both, lambda a, b, h: (b.sum() - a.sum()) / h.sum(), **settings)
            case["scipy_difference"] = list(difference.confidence_interval)
        cases.append(case)
    return cases


if __name__ == "__main__":
    for seed, make in enumerate(
        [
            shares, tallies, mcnemars, quantiles, counts, assignments, curves, rates, reliabilities, isotonics, boxes,
            bootstraps,
        ]
    ):  # fmt: skip
        write(make.__name__, make(np.random.default_rng(seed)))
