/* The least that reads and decodes a film: one packet and one frame, used again and again. What Piculet allocates is held
   against it. DecodeLoop FILE [keyframes] */

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <stdio.h>
#include <string.h>

int main(int count, char **words) {
    if (count < 2) return 2;
    AVFormatContext *film = NULL;
    if (avformat_open_input(&film, words[1], NULL, NULL) < 0 || avformat_find_stream_info(film, NULL) < 0) return 1;
    int stream = av_find_best_stream(film, AVMEDIA_TYPE_VIDEO, -1, -1, NULL, 0);
    if (stream < 0) return 1;
    AVCodecParameters *parameters = film->streams[stream]->codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters->codec_id);
    AVCodecContext *decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, parameters);
    decoder->thread_count = 1;
    if (count > 2 && strcmp(words[2], "keyframes") == 0) decoder->skip_frame = AVDISCARD_NONKEY;
    if (avcodec_open2(decoder, codec, NULL) < 0) return 1;
    AVPacket *packet = av_packet_alloc();
    AVFrame *frame = av_frame_alloc();
    long pictures = 0;
    while (av_read_frame(film, packet) >= 0) {
        if (packet->stream_index == stream) {
            avcodec_send_packet(decoder, packet);
            while (avcodec_receive_frame(decoder, frame) >= 0) pictures++;
        }
        av_packet_unref(packet);
    }
    avcodec_send_packet(decoder, NULL);
    while (avcodec_receive_frame(decoder, frame) >= 0) pictures++;
    printf("%ld\n", pictures);
    return 0;
}
