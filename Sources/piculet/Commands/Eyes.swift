import Media
import Sight
import Speaking

/// Opens the networks that the algorithms use; where there are none, says what that means and goes on.
func openEyes() throws {
    if let lack = Sight.here.lack { warn(lack) }
    do { try Sight.here.open() } catch { throw fail(error) }
}
