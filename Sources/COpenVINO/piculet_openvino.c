#include "piculet_openvino.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// What OpenVINO's C library declares, as far as it is used here.

typedef int Status;  // 0: done
enum { typeFloat32 = 4 };

typedef struct {
    int64_t rank;
    int64_t *sizes;
} Shape;

typedef struct {
    int64_t least;
    int64_t most;
} Dimension;

typedef struct {
    Dimension rank;
    Dimension *sizes;
} PartialShape;

typedef struct {
    const char *build;
    const char *description;
} Version;

typedef void Core, Model, Compiled, Request, Tensor;

typedef struct {
    Status (*get_version)(Version *);
    void (*version_free)(Version *);
    const char *(*last_message)(void);
    const char *(*status_words)(Status);
    void (*text_free)(const char *);
    Status (*core_create)(Core **);
    void (*core_free)(Core *);
    Status (*read_model)(const Core *, const char *path, const char *weights, Model **);
    void (*model_free)(Model *);
    Status (*inputs_size)(const Model *, size_t *);
    Status (*outputs_size)(const Model *, size_t *);
    Status (*partial_create)(int64_t rank, const int64_t *sizes, PartialShape *);
    void (*partial_free)(PartialShape *);
    Status (*reshape)(const Model *, PartialShape);
    Status (*compile)(const Core *, const Model *, const char *device, size_t count, Compiled **, ...);
    void (*compiled_free)(Compiled *);
    Status (*create_request)(const Compiled *, Request **);
    void (*request_free)(Request *);
    Status (*input_tensor)(const Request *, size_t, Tensor **);
    Status (*output_tensor)(const Request *, size_t, Tensor **);
    Status (*infer)(Request *);
    void (*tensor_free)(Tensor *);
    Status (*tensor_shape)(const Tensor *, Shape *);
    Status (*shape_free)(Shape *);
    Status (*tensor_type)(const Tensor *, int *);
    Status (*tensor_data)(const Tensor *, void **);
} Functions;

static const struct {
    const char *name;
    size_t offset;
} names[] = {
    {"ov_get_openvino_version", offsetof(Functions, get_version)},
    {"ov_version_free", offsetof(Functions, version_free)},
    {"ov_get_last_err_msg", offsetof(Functions, last_message)},
    {"ov_get_error_info", offsetof(Functions, status_words)},
    {"ov_free", offsetof(Functions, text_free)},
    {"ov_core_create", offsetof(Functions, core_create)},
    {"ov_core_free", offsetof(Functions, core_free)},
    {"ov_core_read_model", offsetof(Functions, read_model)},
    {"ov_model_free", offsetof(Functions, model_free)},
    {"ov_model_inputs_size", offsetof(Functions, inputs_size)},
    {"ov_model_outputs_size", offsetof(Functions, outputs_size)},
    {"ov_partial_shape_create_static", offsetof(Functions, partial_create)},
    {"ov_partial_shape_free", offsetof(Functions, partial_free)},
    {"ov_model_reshape_single_input", offsetof(Functions, reshape)},
    {"ov_core_compile_model", offsetof(Functions, compile)},
    {"ov_compiled_model_free", offsetof(Functions, compiled_free)},
    {"ov_compiled_model_create_infer_request", offsetof(Functions, create_request)},
    {"ov_infer_request_free", offsetof(Functions, request_free)},
    {"ov_infer_request_get_input_tensor_by_index", offsetof(Functions, input_tensor)},
    {"ov_infer_request_get_output_tensor_by_index", offsetof(Functions, output_tensor)},
    {"ov_infer_request_infer", offsetof(Functions, infer)},
    {"ov_tensor_free", offsetof(Functions, tensor_free)},
    {"ov_tensor_get_shape", offsetof(Functions, tensor_shape)},
    {"ov_shape_free", offsetof(Functions, shape_free)},
    {"ov_tensor_get_element_type", offsetof(Functions, tensor_type)},
    {"ov_tensor_data", offsetof(Functions, tensor_data)},
};

struct PiculetOpenVINO {
    Functions call;
    Core *core;
    char version[64];
};

struct PiculetNetwork {
    PiculetOpenVINO *library;
    Compiled *compiled;
    size_t outputs;
};

struct PiculetRequest {
    PiculetNetwork *network;
    Request *request;
    Tensor *input;
    Tensor **outputs;
};

static void say(char *reason, size_t room, const char *format, ...) {
    va_list values;
    va_start(values, format);
    vsnprintf(reason, room, format, values);
    va_end(values);
}

/// Whether a call went well; else says why, in the library's own words. They are told on the thread of the call.
static int went(const PiculetOpenVINO *library, Status status, char *reason, size_t room) {
    if (status == 0) return 1;
    const char *words = library->call.last_message();
    const char *text = words && *words ? words : library->call.status_words(status);
    say(reason, room, "%s", text ? text : "OpenVINO gives no reason");
    if (words) library->call.text_free(words);
    return 0;
}

PiculetOpenVINO *piculet_openvino_open(const char *path, char *reason, size_t room) {
    void *opened = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!opened) {
        say(reason, room, "%s", dlerror());
        return NULL;
    }
    // Never closed: OpenVINO's threads outlive whoever opened it.
    PiculetOpenVINO *library = calloc(1, sizeof *library);
    if (!library) abort();
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        void *function = dlsym(opened, names[index].name);
        if (!function) {
            say(reason, room, "it has no function %s", names[index].name);
            free(library);
            return NULL;
        }
        memcpy((char *)&library->call + names[index].offset, &function, sizeof function);
    }
    Version version = {NULL, NULL};
    if (library->call.get_version(&version) == 0) {
        say(library->version, sizeof library->version, "%s", version.build ? version.build : "");
        library->call.version_free(&version);
    }
    if (!went(library, library->call.core_create(&library->core), reason, room)) {
        free(library);
        return NULL;
    }
    return library;
}

const char *piculet_openvino_version(const PiculetOpenVINO *library) { return library->version; }

static int reshaped(PiculetOpenVINO *library, Model *model, const int64_t *shape, int rank, char *reason, size_t room) {
    if (rank == 0) return 1;
    PartialShape wanted;
    if (!went(library, library->call.partial_create(rank, shape, &wanted), reason, room)) return 0;
    int done = went(library, library->call.reshape(model, wanted), reason, room);
    library->call.partial_free(&wanted);
    return done;
}

static Compiled *compiled(PiculetOpenVINO *library, Model *model, int is_exact, char *reason, size_t room) {
    // One thread a request: cameras share the processor by looks, not within a look. As many requests at once as there are
    // cores; with one stream they would wait for each other, and a stream that is tied to one core waits for whatever
    // decodes there.
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    char count[16];
    say(count, sizeof count, "%ld", cores < 1 ? 1 : cores > 64 ? 64 : cores);
    Compiled *made = NULL;
    // Names and values; the last pair is left out where the processor may choose.
    size_t arguments = is_exact ? 8 : 6;
    Status status = library->call.compile(library->core, model, "CPU", arguments, &made, "INFERENCE_NUM_THREADS", count,
                                          "NUM_STREAMS", count, "ENABLE_CPU_PINNING", "NO", "INFERENCE_PRECISION_HINT",
                                          "f32");
    return went(library, status, reason, room) ? made : NULL;
}

PiculetNetwork *piculet_network_open(PiculetOpenVINO *library, const char *path, const int64_t *shape, int rank,
                                     int is_exact, char *reason, size_t room) {
    Model *model = NULL;
    if (!went(library, library->call.read_model(library->core, path, NULL, &model), reason, room)) return NULL;
    PiculetNetwork *network = NULL;
    size_t inputs = 0, outputs = 0;
    library->call.inputs_size(model, &inputs);
    library->call.outputs_size(model, &outputs);
    if (inputs != 1) {
        say(reason, room, "it has %zu inputs; one picture is all that it is given", inputs);
    } else if (reshaped(library, model, shape, rank, reason, room)) {
        Compiled *made = compiled(library, model, is_exact, reason, room);
        if (made) {
            network = calloc(1, sizeof *network);
            if (!network) abort();
            *network = (PiculetNetwork){library, made, outputs};
        }
    }
    library->call.model_free(model);
    return network;
}

void piculet_network_close(PiculetNetwork *network) {
    network->library->call.compiled_free(network->compiled);
    free(network);
}

size_t piculet_network_outputs(const PiculetNetwork *network) { return network->outputs; }

PiculetRequest *piculet_request_open(PiculetNetwork *network, char *reason, size_t room) {
    PiculetOpenVINO *library = network->library;
    PiculetRequest *request = calloc(1, sizeof *request);
    if (!request) abort();
    request->network = network;
    request->outputs = calloc(network->outputs + 1, sizeof *request->outputs);
    if (!request->outputs) abort();
    if (went(library, library->call.create_request(network->compiled, &request->request), reason, room) &&
        went(library, library->call.input_tensor(request->request, 0, &request->input), reason, room))
        return request;
    piculet_request_close(request);
    return NULL;
}

void piculet_request_close(PiculetRequest *request) {
    Functions *call = &request->network->library->call;
    for (size_t index = 0; index < request->network->outputs; index++)
        if (request->outputs[index]) call->tensor_free(request->outputs[index]);
    if (request->input) call->tensor_free(request->input);
    if (request->request) call->request_free(request->request);
    free(request->outputs);
    free(request);
}

/// Fills in what a tensor holds; its values are NULL where they are no 32-bit floats.
static int described(const PiculetOpenVINO *library, Tensor *from, PiculetTensor *tensor, char *reason, size_t room) {
    Shape shape;
    if (!went(library, library->call.tensor_shape(from, &shape), reason, room)) return -1;
    *tensor = (PiculetTensor){.count = 1};
    int fits = shape.rank >= 0 && shape.rank <= PICULET_MOST_DIMENSIONS;
    for (int index = 0; fits && index < shape.rank; index++) {
        tensor->shape[index] = shape.sizes[index];
        tensor->count *= (size_t)shape.sizes[index];
    }
    tensor->rank = fits ? (int)shape.rank : 0;
    library->call.shape_free(&shape);
    int type = 0;
    void *data = NULL;
    if (!fits) {
        say(reason, room, "a tensor has more than %d dimensions", PICULET_MOST_DIMENSIONS);
        return -1;
    }
    if (!went(library, library->call.tensor_type(from, &type), reason, room)) return -1;
    if (!went(library, library->call.tensor_data(from, &data), reason, room)) return -1;
    tensor->values = type == typeFloat32 ? data : NULL;
    return 0;
}

float *piculet_request_input(PiculetRequest *request, PiculetTensor *shape) {
    char reason[8];
    if (described(request->network->library, request->input, shape, reason, sizeof reason) < 0) return NULL;
    return (float *)shape->values;
}

int piculet_request_run(PiculetRequest *request, char *reason, size_t room) {
    PiculetOpenVINO *library = request->network->library;
    return went(library, library->call.infer(request->request), reason, room) ? 0 : -1;
}

int piculet_request_output(PiculetRequest *request, size_t index, PiculetTensor *tensor, char *reason, size_t room) {
    PiculetOpenVINO *library = request->network->library;
    if (index >= request->network->outputs) {
        say(reason, room, "it has %zu outputs", request->network->outputs);
        return -1;
    }
    // A tensor is asked for anew after each run: where its shape depends on the picture, it is another.
    if (request->outputs[index]) library->call.tensor_free(request->outputs[index]);
    request->outputs[index] = NULL;
    Status status = library->call.output_tensor(request->request, index, &request->outputs[index]);
    if (!went(library, status, reason, room)) return -1;
    return described(library, request->outputs[index], tensor, reason, room);
}
