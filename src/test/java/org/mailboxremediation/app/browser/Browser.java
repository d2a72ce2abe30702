package org.mailboxremediation.app.browser;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * Headless Chromium with an empty profile. It and its driver are looked for on the path; where either is missing the test
 * is skipped by name, or fails if {@code REMEDIATION_REQUIRE_BROWSER} is {@code true} (environment or system property).
 *
 * <p>Pictures go to {@code target/screenshots}. With {@code -Dscreenshots.keep=src/docs} those that the README shows are
 * put there as well.
 */
public final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Path profile;
    private final ChromeDriver driver;
    private final WebDriverWait patience;

    private Browser(Path browser, Path driverFile) {
        try {
            profile = Files.createTempDirectory("mailbox-remediation-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverFile.toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("TZ", "UTC"))
                .build();
        driver = new ChromeDriver(service, options(browser));
        patience = new WebDriverWait(driver, Duration.ofSeconds(60), Duration.ofMillis(100));
        patience.ignoring(StaleElementReferenceException.class);
    }

    /** Starts the browser, or ends the test where there is none. */
    public static Browser start() {
        Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = onPath("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            String missing = "Chromium and chromedriver are not on the path.";
            if (required()) {
                fail(missing + " REMEDIATION_REQUIRE_BROWSER asks for them.");
            }
            Assumptions.abort(missing);
        }
        return new Browser(browser.orElseThrow(), driver.orElseThrow());
    }

    private static boolean required() {
        String name = "REMEDIATION_REQUIRE_BROWSER";
        return Boolean.getBoolean(name) || Boolean.parseBoolean(System.getenv(name));
    }

    private static Optional<Path> onPath(String... names) {
        String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Arrays.stream(names)
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private ChromeOptions options(Path browser) {
        return new ChromeOptions()
                .setBinary(browser.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=en-US",
                        "--window-size=1500,1000",
                        "--user-data-dir=" + profile);
    }

    /** Opens an address as if it had been typed in: even where only its part after the {@code #} differs. */
    public void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** Lets the page download files, and says where to. */
    public void downloadsTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
    }

    /** Forgets who was logged in. */
    public void forgetLogin() {
        driver.manage().deleteAllCookies();
    }

    public WebElement see(By what) {
        return patience.withMessage(() -> "never seen: " + what + "\n" + text())
                .until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    public void click(By what) {
        see(what);
        patience.withMessage(() -> "cannot be clicked: " + what + "\n" + text()).until(d -> {
            try {
                // Each time anew: the list beside it refreshes, and moves what was in place.
                scrollTo(d.findElement(what));
                d.findElement(what).click();
                return true;
            } catch (WebDriverException covered) {
                return false;
            }
        });
    }

    /** Clicks until it has shown an effect: what is being animated into place swallows clicks. */
    public void click(By what, By effect) {
        see(what);
        patience.withMessage(() -> "never came of clicking " + what + ": " + effect + "\n" + text())
                .until(d -> {
                    if (!shows(effect)) {
                        d.findElements(what).stream().findFirst().ifPresent(e -> script("arguments[0].click()", e));
                    }
                    return shows(effect);
                });
    }

    /** Clicks exactly once, for what must not be asked twice: whatever else moves, the click reaches the element. */
    public void press(By what) {
        script("arguments[0].click()", see(what));
    }

    public void type(By what, String text) {
        WebElement field = see(what);
        scrollTo(field);
        field.sendKeys(text);
    }

    /** Gives a file to a field that takes one. */
    public void attach(By what, Path file) {
        see(what).sendKeys(file.toAbsolutePath().toString());
    }

    public void gone(By what) {
        patience.withMessage(() -> "still there: " + what + "\n" + text())
                .until(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    /** Waits until that is gone, and fails at once if the other is shown instead. */
    public void gone(By what, By instead) {
        patience.withMessage(() -> "still there: " + what + "\n" + text()).until(d -> {
            if (shows(instead)) {
                throw new AssertionError(see(instead).getText());
            }
            return !shows(what);
        });
    }

    /** Clicks until that is gone, since a page that reloads its form swallows clicks; fails if the other is shown instead. */
    public void goneByClicking(By button, By what, By instead) {
        patience.withMessage(() -> "still there: " + what + "\n" + text() + "\n" + console())
                .until(d -> {
                    if (shows(instead)) {
                        throw new AssertionError(see(instead).getText());
                    }
                    if (shows(what)) {
                        d.findElements(button).stream().findFirst().ifPresent(e -> script("arguments[0].click()", e));
                    }
                    return !shows(what);
                });
    }

    private String console() {
        return String.valueOf(driver.manage().logs().get("browser").getAll());
    }

    public boolean shows(By what) {
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Runs a script of the test in the page. */
    public Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    private void scrollTo(WebElement element) {
        script("arguments[0].scrollIntoView({block: 'center'})", element);
    }

    private String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Takes a picture of the page as it is; {@code kept} is its name in the documentation, empty if it is not shown there. */
    public void picture(String name, String kept) {
        byte[] png = driver.getScreenshotAs(OutputType.BYTES);
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), png);
            String folder = System.getProperty("screenshots.keep", "");
            if (!kept.isEmpty() && !folder.isEmpty()) {
                Files.createDirectories(Path.of(folder));
                Files.write(Path.of(folder, kept), png);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void picture(String name) {
        picture(name, "");
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
