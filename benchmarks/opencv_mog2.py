"""What a user would write with OpenCV: capture, resize, background subtraction, contours. One thread."""

import sys

import cv2

cv2.setNumThreads(1)
capture = cv2.VideoCapture(sys.argv[1], cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
subtractor = cv2.createBackgroundSubtractorMOG2()
found = 0
while True:
    more, picture = capture.read()
    if not more:
        break
    mask = subtractor.apply(cv2.resize(picture, (640, 360), interpolation=cv2.INTER_AREA))
    _, mask = cv2.threshold(mask, 200, 255, cv2.THRESH_BINARY)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found += sum(cv2.contourArea(contour) > 200 for contour in contours)
print(found)
