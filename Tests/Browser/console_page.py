"""Drives the console in a real browser: python3 console_page.py ADDRESS FOLDER

Prints one line of JSON with what it saw, and leaves pictures of the page in FOLDER. Needs Debian's python3-selenium,
chromium and chromium-driver.
"""
import json
import sys
import time

from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from chromium import browser, resize, texts


def loaded(driver, selector):
    """Walks past what the selector finds; how many there are, and how many pictures of them showed something."""
    count, shown = len(driver.find_elements(By.CSS_SELECTOR, selector)), 0
    for index in range(count):
        def has_picture(driver):
            return driver.execute_script(
                "const one = document.querySelectorAll(arguments[0])[arguments[1]]; if (!one) return false; one.scrollIntoView();"
                "const image = one.querySelector('img');"
                "return image !== null && !image.hidden && image.complete && image.naturalWidth > 100;", selector, index)
        try:
            WebDriverWait(driver, 10).until(has_picture)
            shown += 1
        except TimeoutException:
            pass
    return [count, shown]


def see(driver, folder, name):
    seen = {
        "title": driver.title,
        "language": driver.find_element(By.TAG_NAME, "html").get_attribute("lang"),
        "headings": texts(driver, "h2"),
        "cases": texts(driver, "article.case h3"),
        "grids": driver.execute_script("return [...document.querySelectorAll('article.case')].map((one) => one.dataset.grid)"),
        "units": texts(driver, "article.case dd"),
        "limits": texts(driver, "article.case .limit"),
        "shares": texts(driver, "article.case .share .line"),
        "cameras": texts(driver, "article.camera .badge"),
        "width": driver.execute_script("return document.documentElement.scrollWidth"),
        "link": driver.find_element(By.ID, "link").text,
        "events": len(driver.find_elements(By.CSS_SELECTOR, "#events tr")),
        "alarms": texts(driver, ".alarm"),
    }
    height = driver.execute_script("return document.documentElement.scrollHeight")
    width = driver.execute_script("return window.innerWidth")
    resize(driver, width, height)
    driver.save_screenshot(f"{folder}/{name}.png")
    return seen


def main():
    address, folder = sys.argv[1:3]
    driver = browser()
    outcome = {}
    try:
        resize(driver, 1440, 1000)
        driver.get(address)
        wait = WebDriverWait(driver, 30)
        wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, "article.case"))
        outcome["casePictures"] = loaded(driver, "article.case")
        outcome["cameraPictures"] = loaded(driver, "article.camera")
        first = texts(driver, "article.case .clock")
        time.sleep(2.2)
        outcome["clocks"] = [first, texts(driver, "article.case .clock")]
        outcome["zh"] = see(driver, folder, "zh-1440")
        driver.find_element(By.ID, "language").click()
        outcome["en"] = see(driver, folder, "en-1440")
        # The choice lasts.
        driver.refresh()
        wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, "article.case"))
        outcome["kept"] = driver.find_element(By.TAG_NAME, "html").get_attribute("lang")
        resize(driver, 390, 844)
        outcome["narrowPictures"] = loaded(driver, "article.camera")
        outcome["narrow"] = see(driver, folder, "en-390")
        driver.find_element(By.ID, "language").click()
        outcome["narrow-zh"] = see(driver, folder, "zh-390")
        # Server-sent events: what happens shows without a reload.
        resize(driver, 1440, 1000)
        print("ready", flush=True)
        sys.stdin.readline()
        WebDriverWait(driver, 20).until(lambda d: d.find_elements(By.CSS_SELECTOR, "article.camera.fault"))
        outcome["fault"] = texts(driver, "article.camera.fault h3")
        outcome["first"] = texts(driver, "article.camera h3")[0]
        outcome["afterFault"] = see(driver, folder, "zh-fault")
        print("ready", flush=True)
        sys.stdin.readline()
        WebDriverWait(driver, 20).until(lambda d: not d.find_element(By.ID, "link").get_attribute("class").endswith("on"))
        outcome["unlinked"] = driver.find_element(By.ID, "link").text
        # A picture that a camera has not made yet is no mistake of the page.
        outcome["complaints"] = [
            one["message"] for one in driver.get_log("browser")
            if "look.jpg" not in one["message"] and "ERR_" not in one["message"]]
    finally:
        driver.quit()
    print(json.dumps(outcome, ensure_ascii=False), flush=True)


main()
