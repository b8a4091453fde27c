extension BoxPrecision {
    /// A rectangle in a picture: its upper left corner and size, all in one unit, pixels or shares of the picture.
    package struct Box: Hashable, Sendable {
        package let x: Double
        package let y: Double
        package let width: Double
        package let height: Double

        package init(x: Double, y: Double, width: Double, height: Double) {
            precondition([x, y, width, height].allSatisfy(\.isFinite), "A box has finite sides.")
            (self.x, self.y, self.width, self.height) = (x, y, width, height)
        }

        package var area: Double { width * height }

        /// Of both boxes together, the share that both cover, 0 ... 1 (intersection over union, IoU); of boxes without area 0.
        package func overlap(with other: Box) -> Double {
            let common = intersection(with: other)
            return common == 0 ? 0 : common / (area + other.area - common)
        }

        /// Of this box, the share that the other covers, 0 ... 1: what counts within a crowd.
        package func share(within other: Box) -> Double {
            let common = intersection(with: other)
            return common == 0 ? 0 : common / area
        }

        private func intersection(with other: Box) -> Double {
            let across = min(x + width, other.x + other.width) - max(x, other.x)
            let down = min(y + height, other.y + other.height) - max(y, other.y)
            return across > 0 && down > 0 ? across * down : 0
        }
    }

    package struct Detection: Hashable, Sendable {
        package let category: String
        package let box: Box
        /// Finite; the higher, the surer.
        package let score: Double

        package init(category: String, box: Box, score: Double) {
            precondition(score.isFinite, "A score is a finite number.")
            (self.category, self.box, self.score) = (category, box, score)
        }
    }

    package struct Truth: Hashable, Sendable {
        package let category: String
        package let box: Box
        /// Many things that nobody told apart: need not be found, and what is detected within is neither right nor wrong.
        package let isCrowd: Bool

        package init(category: String, box: Box, isCrowd: Bool = false) {
            (self.category, self.box, self.isCrowd) = (category, box, isCrowd)
        }
    }

    /// What was detected in one picture, and what is there.
    package struct Picture: Hashable, Sendable {
        package let detections: [Detection]
        package let truths: [Truth]

        package init(detections: [Detection], truths: [Truth]) {
            (self.detections, self.truths) = (detections, truths)
        }
    }
}
