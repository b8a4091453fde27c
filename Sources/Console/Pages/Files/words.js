"use strict";
// Every text of the page, Chinese first.
const WORDS = {
  zh: {
    tag: "zh-CN", other: "English",
    subtitle: "城市啄木鸟 · 值班台", openCases: "未结案件", longest: "最长计时", camerasLive: "摄像机在线",
    cases: "未结案件", cameras: "摄像机", events: "摄像机事件",
    noCases: "没有未结案件。", noCameras: "配置中没有摄像机。", noEvents: "还没有事件。",
    camera: "摄像机", grid: "网格", unit: "责任单位", began: "发现", hit: "检出",
    since: "开始", lasted: "持续", state: "状态", reason: "原因", sinceTime: (t) => `自 ${t} 起`, going: "已持续",
    noPicture: "没有图片", waiting: "等待画面", looked: (t) => `${t}前分析`, never: "尚未分析",
    linked: "实时", unlinked: "连接中断，正在重连…", openHere: (n) => `${n} 件未结`,
    desk: "无网格，值班台处理", bursting: "正在逐帧",
    nobody: "无，由中心派遣",
    lateCases: "超时", left: "剩", late: "超", with: "协办", ofReference: (percent) => `28 分钟的 ${percent}%`,
    thinned: (stride) => `算力不足，每 ${stride} 组看一次`,
    work: (policy, received, decoded, looked, megabytes, seconds) =>
      `${policy} · 收 ${received} 帧 ${megabytes} MB · 解 ${decoded} · 看 ${looked} · CPU ${seconds} 秒`,
  },
  en: {
    tag: "en", other: "中文",
    subtitle: "City woodpecker · Duty desk", openCases: "open cases", longest: "longest clock",
    camerasLive: "cameras live",
    cases: "Open cases", cameras: "Cameras", events: "Camera events",
    noCases: "No open case.", noCameras: "No camera is configured.", noEvents: "No event yet.",
    camera: "Camera", grid: "Grid", unit: "Unit", began: "Began", hit: "Hit",
    since: "Since", lasted: "Lasted", state: "State", reason: "Reason", sinceTime: (t) => `since ${t},`, going: "for",
    noPicture: "No picture", waiting: "Waiting for a picture", looked: (t) => `looked at ${t} ago`,
    never: "not looked at yet",
    linked: "live", unlinked: "Connection lost, trying again…", openHere: (n) => `${n} open`,
    desk: "no grid, the duty desk", bursting: "every picture now",
    nobody: "none, with the dispatcher",
    lateCases: "late", left: "left", late: "late by", with: "with",
    ofReference: (percent) => `${percent}% of 28 minutes`,
    thinned: (stride) => `the machine cannot keep up: one group of ${stride}`,
    work: (policy, received, decoded, looked, megabytes, seconds) =>
      `${policy} · ${received} frames, ${megabytes} MB received · ${decoded} decoded · ${looked} looked at · ${seconds} s CPU`,
  },
};
