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

    /// The network that finds persons and vehicles.
    private static let street = "lite0-street"

    /// The algorithms with what can be seen here.
    package let catalog: AlgorithmCatalog
    /// What is missing, and how it comes; nil: nothing is.
    package let lack: Words?

    private let places: OpenVINOPlaces
    private let stock: NetworkStock
    private let opened = Mutex<[ObjectNetwork]?>(nil)

    package init(environment: [String: String], program: String) {
        // A program that was called by its name alone is wherever the system found it.
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? program
        places = OpenVINOPlaces(chosen: environment["PICULET_OPENVINO"], program: path)
        stock = NetworkStock(chosen: environment["PICULET_MODELS"], program: path)
        if environment["PICULET_OPENVINO"] == "" {
            (catalog, lack) = (.builtIn, nil)
        } else if places.library == nil {
            (catalog, lack) = (.builtIn, SightWords.noLibrary)
        } else if !stock.holds(Self.street) {
            (catalog, lack) = (.builtIn, SightWords.noNetwork(Self.street))
        } else {
            (catalog, lack) = (.seeing(Self.street), nil)
        }
    }

    /// Opens the networks that the catalog names, once; takes some tenths of a second.
    ///
    /// - Throws: OpenVINO or a manifest cannot be read.
    package func open() throws(InferenceError) {
        let result: Result<Void, InferenceError> = opened.withLock { networks in
            guard networks == nil else { return .success(()) }
            do throws(InferenceError) {
                let names = catalog.networks.sorted()
                let library = names.isEmpty ? nil : try OpenVINO(places)
                var made: [ObjectNetwork] = []
                for name in names {
                    guard let library else { continue }
                    made.append(try stock.network(name, in: library))
                }
                networks = made
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
