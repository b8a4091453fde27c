// What Swift cannot reach of libav by itself: a macro with a cast, and the level of the log.
#pragma once
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libavutil/sha.h>
#include <libswscale/swscale.h>

static const int64_t piculet_nopts = AV_NOPTS_VALUE;

// Result codes that libav makes by macro.
static const int piculet_end = AVERROR_EOF;
static const int piculet_exit = AVERROR_EXIT;
static const int piculet_timed_out = AVERROR(ETIMEDOUT);
static const int piculet_invalid_data = AVERROR_INVALIDDATA;
static const int piculet_out_of_memory = AVERROR(ENOMEM);
static const int piculet_not_permitted = AVERROR(EPERM);
static const int piculet_unauthorized = AVERROR_HTTP_UNAUTHORIZED;
static const int piculet_forbidden = AVERROR_HTTP_FORBIDDEN;

// libav prints URLs with their passwords: nothing of its own reaches the terminal, Piculet words every failure itself.
static inline void piculet_silence_libav(void) { av_log_set_level(AV_LOG_QUIET); }
