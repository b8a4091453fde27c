"""Opens a score's page in a real browser: score_page.py PAGE FOLDER AXE

Prints one line of JSON with what it saw at two widths in both languages, and leaves pictures of the page in FOLDER. Needs
Debian's python3-selenium, chromium and chromium-driver; AXE is axe.min.js.
"""
import json
import sys
import time
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from chromium import browser, resize, texts


def open_page(driver, page, **choice):
    driver.get("about:blank")
    driver.get(f"file://{page}#" + "&".join(f"{name}={value}" for name, value in choice.items()))
    WebDriverWait(driver, 20).until(lambda one: one.find_elements(By.CSS_SELECTOR, "#table tbody tr"))


def pictures(driver, kinds):
    """How many events of some kinds there are; how many show a picture, a course, and a clip that moves."""
    told = {"events": 0, "pictures": 0, "courses": 0, "clips": 0}
    for card in driver.find_elements(By.CSS_SELECTOR, ",".join(f"#events article.{kind}" for kind in kinds)):
        told["events"] += 1
        driver.execute_script("arguments[0].scrollIntoView()", card)
        image = card.find_element(By.TAG_NAME, "img")
        WebDriverWait(driver, 10).until(lambda one: one.execute_script(
            "return arguments[0].complete && arguments[0].naturalWidth > 100", image))
        told["pictures"] += 1
        told["courses"] += len(card.find_elements(By.CSS_SELECTOR, "svg[role=img] .course"))
        play = next(one for one in card.find_elements(By.TAG_NAME, "button") if one.get_attribute("aria-pressed"))
        play.click()
        first = image.get_attribute("src")
        WebDriverWait(driver, 10).until(lambda one: image.get_attribute("src") != first)
        told["clips"] += 1
        play.click()
    return told


def violations(driver, axe):
    driver.execute_script(axe)
    found = driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]
        if one["impact"] in ("serious", "critical")]


page, folder, axe = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]).read_text()
driver = browser()
seen = {"widths": {}}
for language in ("zh", "en"):
    for width in (1440, 390):
        resize(driver, width, 900)
        open_page(driver, page, lang=language)
        seen["widths"][f"{language} {width}"] = {
            "page": driver.execute_script("return document.documentElement.scrollWidth"),
            "language": driver.find_element(By.TAG_NAME, "html").get_attribute("lang"),
            "title": texts(driver, "h1"), "headings": texts(driver, "section:not([hidden]) > h2"),
            "figures": texts(driver, "#table tbody th"), "violations": violations(driver, axe),
        }
        resize(driver, width, min(driver.execute_script("return document.documentElement.scrollHeight"), 6000))
        driver.save_screenshot(str(folder / f"score-{language}-{width}.png"))
resize(driver, 1440, 900)
open_page(driver, page, lang="zh")
seen["errors"] = pictures(driver, ["missed", "false", "late"])
seen["found"] = pictures(driver, ["found"])
# Each figure has its formula, one click away.
figures = driver.find_elements(By.CSS_SELECTOR, "#table td button")
formulas = []
for figure in figures:
    figure.click()
    formulas.append(driver.find_element(By.ID, "formula-body").text)
    driver.find_element(By.ID, "formula-close").click()
seen["formulas"] = formulas
# What is chosen lives in the address and survives a reload.
open_page(driver, page, lang="en", outcome="false")
seen["filtered"] = sorted(set(texts(driver, "#events .badge")))
driver.refresh()
time.sleep(0.5)
seen["reloaded"] = sorted(set(texts(driver, "#events .badge")))
# Persons are those of the condition that is chosen; the first cell is how many moments somebody counted.
seen["moments"] = {}
for condition in ("", "crowded"):
    open_page(driver, page, lang="en", condition=condition)
    seen["moments"][condition] = int(texts(driver, "#counts-table td")[0])
open_page(driver, page, lang="en", outcome="false")
# A label that is wrong is noted, and still there after a reload.
card = driver.find_element(By.CSS_SELECTOR, "#events article")
card.find_element(By.TAG_NAME, "summary").click()
card.find_element(By.TAG_NAME, "textarea").send_keys("a crowd after all")
# What is typed stays while something else is chosen: the cards are made anew.
for language in ("zh-CN", "en"):
    driver.find_element(By.ID, "language").click()
    WebDriverWait(driver, 10).until(lambda one: one.find_element(By.TAG_NAME, "html").get_attribute("lang") == language)
card = driver.find_element(By.CSS_SELECTOR, "#events article")
seen["draft"] = card.find_element(By.TAG_NAME, "textarea").get_attribute("value")
card.find_element(By.CSS_SELECTOR, "details button").click()
driver.refresh()
time.sleep(0.5)
seen["review"] = driver.find_element(By.ID, "reviews-note").text
# Once it is saved, the page begins anew.
driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
driver.find_element(By.ID, "save").click()
saved = folder / "label-reviews.json"
WebDriverWait(driver, 20).until(lambda one: saved.exists() and saved.stat().st_size)
seen["saved"] = [[one["dataset"], one["note"]] for one in json.loads(saved.read_text())["reviews"]]
driver.refresh()
seen["after"] = driver.find_element(By.ID, "reviews-note").text
seen["log"] = [one["message"] for one in driver.get_log("browser")]
driver.quit()
print(json.dumps(seen))
