import CityAlgorithms
import Foundation
import Inference
import Media
import Pipeline
import Synchronization

/// What this program sees with: OpenVINO and the networks that lie on this machine. Where they are missing, algorithms judge
/// by the scene alone.
package final class Sight: Sendable {
    /// Of the running program: `PICULET_OPENVINO` and `PICULET_MODELS` name folders other than the usual ones; an empty
    /// `PICULET_OPENVINO` says that the scene is to be all.
    package static let here = Sight(
        environment: ProcessInfo.processInfo.environment, program: CommandLine.arguments.first ?? "")

    /// The algorithms with what can be seen here.
    package let catalog: AlgorithmCatalog
    /// What is missing, and how it comes; nil: nothing is.
    package let lack: Words?

    private let places: OpenVINOPlaces
    /// What the catalog names.
    private let networks: [StockedNetwork]
    private let opened = Mutex<[ObjectNetwork]?>(nil)

    package init(environment: [String: String], program: String) {
        // A program that was called by its name alone is wherever the system found it.
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? program
        places = OpenVINOPlaces(chosen: environment["PICULET_OPENVINO"], program: path)
        let stock = NetworkStock(chosen: environment["PICULET_MODELS"], program: path)
        if environment["PICULET_OPENVINO"] == "" {
            (catalog, lack, networks) = (.builtIn, nil, [])
        } else if places.library == nil {
            (catalog, lack, networks) = (.builtIn, SightWords.noLibrary, [])
        } else {
            let wanted = [AlgorithmCatalog.street, AlgorithmCatalog.water]
            networks = wanted.compactMap(stock.network)
            let names = networks.map(\.manifest.id)
            catalog = .seeing(with: Set(names))
            let missing = wanted.filter { !names.contains($0) }
            lack = missing.isEmpty ? nil : SightWords.noNetworks(missing)
        }
    }

    /// Opens the networks that the catalog names, once; takes some tenths of a second.
    ///
    /// - Throws: OpenVINO cannot be opened.
    package func open() throws(InferenceError) {
        guard !networks.isEmpty else { return }
        let result: Result<Void, InferenceError> = opened.withLock { known in
            guard known == nil else { return .success(()) }
            do throws(InferenceError) {
                let library = try OpenVINO(places)
                known = networks.map { $0.opened(in: library) }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// For one decode worker; nil: the algorithms need the scene alone. After `open`.
    package func supplier() -> (any LookSupplier)? {
        let networks = opened.withLock { $0 ?? [] }
        return networks.isEmpty ? nil : NetworkSupplier(networks)
    }
}
