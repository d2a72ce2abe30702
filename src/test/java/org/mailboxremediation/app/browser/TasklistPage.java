package org.mailboxremediation.app.browser;

import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.xpath;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openqa.selenium.By;

/** Tasklist as one person works it: a report, then task after task, each claimed, filled in and completed. */
public final class TasklistPage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("hh:mm a", Locale.US).withZone(ZoneOffset.UTC);

    private static final By COMPLETE = xpath("//button[normalize-space()='Complete'][not(@disabled)]");
    private static final By REFUSAL = cssSelector(".notifications .alert-danger");
    private static final String CARD = "//li[contains(@class,'task')][.//h4[contains(.,'%s')]][contains(.,'%s')]//h4/a";

    private final Browser browser;

    private TasklistPage(Browser browser) {
        this.browser = browser;
    }

    public static TasklistPage login(Browser browser, String base, String user) {
        log(browser, base, user, "tasklist");
        browser.see(cssSelector(".tasks-list"));
        return new TasklistPage(browser);
    }

    /** Logs a sandbox user in to one of the web applications. */
    public static void log(Browser browser, String base, String user, String application) {
        browser.forgetLogin();
        browser.open(base + "/camunda/app/" + application + "/default/");
        // The last that the page asks for before somebody has logged in: what is under way then may undo a login.
        browser.see(cssSelector(".mr-line"));
        browser.type(cssSelector("input[ng-model=username]"), user);
        browser.type(cssSelector("input[type=password]"), user + "-sandbox");
        browser.click(cssSelector("button[type=submit]"));
        browser.gone(cssSelector("input[type=password]"));
    }

    public void startProcess(String name) {
        By process = xpath("//*[contains(@class,'modal-dialog')]//a[contains(.,'" + name + "')]");
        browser.click(xpath("//a[contains(.,'Start process')]"), process);
        browser.click(process, cssSelector(".modal-dialog .fjs-form"));
    }

    public void start() {
        browser.click(xpath("//*[contains(@class,'modal-footer')]//button[normalize-space()='Start']"));
        browser.gone(cssSelector(".modal-dialog"));
    }

    /** Opens the task with that name that is about that mailbox or device, without claiming it. */
    public void open(String task, String about) {
        browser.click(
                xpath(CARD.formatted(task, about)), xpath("//h2[contains(@class,'task')][contains(.,'" + task + "')]"));
    }

    /** Shows the tasks of the filter with that name. */
    public void filter(String name) {
        browser.click(xpath("//*[contains(@class,'task-filters')]//a[contains(.,'" + name + "')]"));
    }

    /** Opens the task with that name that is about that mailbox or device, and claims it. */
    public void take(String task, String about) {
        open(task, about);
        browser.click(cssSelector("button.claim"), cssSelector("button.unclaim"));
        browser.see(cssSelector(".mr-form, .task-card .fjs-form"));
    }

    public void complete() {
        browser.click(COMPLETE);
    }

    /** Completes the task and waits until the page has let it go. */
    public void completed() {
        complete();
        browser.goneByClicking(COMPLETE, cssSelector(".task-card .mr-form, .task-card .fjs-form"), REFUSAL);
    }

    /** The sentence with which the last answer was refused. */
    public String refusal() {
        return browser.see(REFUSAL).getText();
    }

    public void dismissRefusal() {
        browser.script("document.querySelectorAll('.notifications .close').forEach(button => button.click())");
        browser.gone(REFUSAL);
    }

    public void field(String key, String text) {
        browser.type(part(key, ""), text);
    }

    public void moment(String key, Instant moment) {
        browser.type(part(key, "-date"), DATE.format(moment) + "\t");
        browser.type(part(key, "-time"), TIME.format(moment) + "\t");
    }

    public void date(String key, Instant moment) {
        browser.type(part(key, "-date"), DATE.format(moment) + "\t");
    }

    public void choose(String key, String label) {
        browser.click(part(key, "-display"));
        browser.click(xpath("//*[contains(@class,'fjs-dropdownlist-item')][contains(.,'" + label + "')]"));
    }

    /** Ticks a box of a checklist or a box that stands alone. */
    public void tick(String label) {
        browser.click(xpath("//*[contains(@class,'fjs-form')]//label[.//input][contains(.,'" + label + "')]//input"));
    }

    /** Ticks every box of the form. */
    public void tickAll() {
        By boxes = cssSelector(".fjs-form input[type=checkbox]:not(:checked)");
        browser.see(boxes);
        while (browser.shows(boxes)) {
            browser.click(boxes);
        }
    }

    public void attach(String id, Path file) {
        browser.attach(By.id(id), file);
    }

    private static By part(String key, String part) {
        return cssSelector("[id$='-Field_" + key + part + "']");
    }
}
