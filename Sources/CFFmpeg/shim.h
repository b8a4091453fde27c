// What Swift cannot reach of libav by itself: macros, variadic functions and the log call-back's va_list.
#pragma once
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libavutil/sha.h>
#include <libswscale/swscale.h>
#include <pthread.h>

static const int64_t piculet_nopts = AV_NOPTS_VALUE;
static const int piculet_error_eof = AVERROR_EOF;
static const int piculet_error_again = AVERROR(EAGAIN);
static const int piculet_error_invalid = AVERROR_INVALIDDATA;

// libav prints URLs with their passwords: nothing of its own reaches the terminal, Piculet words every failure itself.
static inline void piculet_silence_libav(void) { av_log_set_level(AV_LOG_QUIET); }
