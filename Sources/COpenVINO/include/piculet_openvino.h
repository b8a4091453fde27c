// OpenVINO's C library, opened while the program runs: a program without it is built and runs the same.
//
// Everything here blocks and belongs to one thread at a time, but a library and a network, which may be used by many.
// What fails returns NULL or -1 and leaves a sentence in `reason`.

#ifndef PICULET_OPENVINO_H
#define PICULET_OPENVINO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct PiculetOpenVINO PiculetOpenVINO;
typedef struct PiculetNetwork PiculetNetwork;
typedef struct PiculetRequest PiculetRequest;

/// So many dimensions has a tensor at most.
#define PICULET_MOST_DIMENSIONS 8

/// A tensor's numbers, where they lie.
typedef struct {
    /// NULL: its numbers are not 32-bit floats.
    const float *values;
    size_t count;
    int64_t shape[PICULET_MOST_DIMENSIONS];
    int rank;
} PiculetTensor;

/// Opens the library.
///
/// - path: of libopenvino_c.so, with its version's ending.
PiculetOpenVINO *piculet_openvino_open(const char *path, char *reason, size_t room);

/// Its version, as it names itself; valid as long as the library.
const char *piculet_openvino_version(const PiculetOpenVINO *library);

/// Reads a network and prepares it for one request a core, each of one thread.
///
/// - path: of an .onnx file, or of an .xml with its .bin beside it.
/// - shape: of its one input; rank 0 keeps what the file says.
/// - is_exact: computes in 32-bit floats; else in whatever the processor is fastest with.
PiculetNetwork *piculet_network_open(PiculetOpenVINO *library, const char *path, const int64_t *shape, int rank,
                                     int is_exact, char *reason, size_t room);
void piculet_network_close(PiculetNetwork *network);

size_t piculet_network_outputs(const PiculetNetwork *network);

/// A request runs one picture after the other, on the thread that asks; it keeps its network open.
PiculetRequest *piculet_request_open(PiculetNetwork *network, char *reason, size_t room);
void piculet_request_close(PiculetRequest *request);

/// The input's numbers, to be written before each run.
float *piculet_request_input(PiculetRequest *request, PiculetTensor *shape);
int piculet_request_run(PiculetRequest *request, char *reason, size_t room);
/// What a run gave; valid until the next.
int piculet_request_output(PiculetRequest *request, size_t index, PiculetTensor *tensor, char *reason, size_t room);

#ifdef __cplusplus
}
#endif

#endif
