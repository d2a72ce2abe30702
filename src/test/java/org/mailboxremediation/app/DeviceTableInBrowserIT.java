package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.id;
import static org.openqa.selenium.By.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.browser.Browser;
import org.mailboxremediation.app.browser.TasklistPage;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** The devices of a case beside each of its tasks, for a person who only has a browser. */
class DeviceTableInBrowserIT extends AppTest {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMddyyyy", Locale.US).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMddyyyy\thhmma", Locale.US).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter CLAMAV =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.US).withZone(ZoneOffset.UTC);

    private final Api api = new Api(url(""), "admin");

    @Autowired
    private TaskService tasks;

    @TempDir
    private Path folder;

    private Browser browser;
    private String incident;

    @BeforeEach
    void open() {
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void showsHowFarEachDeviceIsAndAttestsSeveralAtOnce() {
        report();
        TasklistPage tasklist = TasklistPage.login(browser, url(""), "admin");
        tasklist.open("Attest scan", "Reception");
        By tab = xpath("//ul[contains(@class,'nav-tabs')]//a[contains(.,'Devices')]");
        browser.click(tab, cssSelector(".mr-device-tab table"));
        assertThat(counts()).isEqualTo("Clean: 1\nWaiting: 2\nInfected: 1\nOverdue: 1");
        assertThat(browser.see(cssSelector(".mr-gate")).getText())
                .contains("The restore gate is shut.", "Not settled: 4 of 5.", "Nobody has attested");
        browser.picture("device-table", "device-table.png");

        assertThat(browser.see(xpath("//tr[.//strong[text()='Meeting room']]")).getText())
                .contains("not managed");
        By make = cssSelector("button[aria-label=\"Make the command to scan Meeting room\"]");
        browser.click(make, cssSelector(".mr-command"));
        assertThat(browser.see(cssSelector(".mr-command")).getText())
                .startsWith("java -jar mailbox-remediation.jar scan --server http")
                .contains(deviceId(3) + ".");
        browser.picture("device-table-command");

        choose("Alice's tablet");
        browser.attach(id("mr-many-report"), report(now()));
        browser.click(xpath("//button[normalize-space()='Hand in for 1 device']"), cssSelector(".mr-verdicts"));
        assertThat(browser.see(cssSelector(".mr-verdicts")).getText()).contains("Alice's tablet: clean");
        browser.picture("device-table-report");

        choose("Reception telephone");
        state();
        browser.picture("device-table-chosen");
        browser.click(
                xpath("//button[normalize-space()='Attest 1 device']"),
                xpath("//div[contains(@class,'mr-verdicts')]//li[contains(.,'Reception telephone')]"));
        assertThat(browser.see(cssSelector(".mr-verdicts")).getText()).contains("Reception telephone: clean");
        assertThat(counts()).isEqualTo("Clean: 3\nWaiting: 1\nInfected: 1\nOverdue: 0");
        browser.picture("device-table-attested");
        assertThat(api.openTasks(incident).stream().filter("UserTask_AttestScan"::equals))
                .hasSize(1);
    }

    private void report() {
        String mailbox = mailbox();
        inventory(mailbox);
        List<Map<String, String>> devices = List.of(
                device("Alice's laptop", "LAPTOP", "LT-0001"),
                device("Reception telephone", "PHONE", "PH-0007"),
                device("Alice's tablet", "TABLET", ""),
                device("Meeting room", "DESKTOP", "DT-0012"),
                device("Home computer", "DESKTOP", ""));
        String location = Tasklist.read(api.post(
                        "/api/incidents",
                        Map.of("mailbox", mailbox, "symptoms", List.of("UNFAMILIAR_MAIL"), "devices", devices)))
                .path("id")
                .asText();
        incident = location;
        Tasklist admin = Tasklist.login(url(""), "admin", "tasklist");
        JsonNode list = await(
                () -> admin.tasks(incident, "UserTask_ListDevices").stream()
                        .findFirst()
                        .orElse(null),
                "the list");
        admin.submit(list, Map.of("devices", List.of()));
        await(
                () -> api.openTasks(incident).stream()
                                .filter("UserTask_AttestScan"::equals)
                                .count()
                        == 5,
                "scan tasks");
        scan(0, "infected");
        scan(4, "clean");
        JsonNode late = admin.scanTasks(incident, deviceId(1)).get(0);
        tasks.setDueDate(late.path("id").asText(), Date.from(now().minus(Duration.ofHours(1))));
    }

    private void inventory(String mailbox) {
        Map<String, Object> known = Map.of(
                "identifier", "DT-0012",
                "name", "Meeting room",
                "kind", "DESKTOP",
                "owner", "Alice Example",
                "managed", false,
                "mailboxes", List.of(mailbox));
        assertThat(api.post("/api/devices", List.of(known)).statusCode()).isEqualTo(200);
    }

    /** What ClamAV prints, in a file. */
    private Path report(Instant at) {
        String when = CLAMAV.format(at);
        String text = String.join(
                "\n",
                "Scope: full",
                "Time zone: +00:00",
                "Signatures: " + at,
                "",
                "----------- SCAN SUMMARY -----------",
                "Known viruses: 8708688",
                "Engine version: 1.4.6",
                "Scanned files: 31877",
                "Infected files: 0",
                "Start Date: " + when,
                "End Date:   " + when,
                "");
        try {
            return Files.writeString(folder.resolve("clamscan.log"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> device(String name, String kind, String identifier) {
        Map<String, String> device = new HashMap<>(Map.of("name", name, "kind", kind, "owner", "Alice Example"));
        if (!identifier.isEmpty()) {
            device.put("identifier", identifier);
        }
        return device;
    }

    private void scan(int device, String verdict) {
        String now = now().toString();
        api.post(
                "/api/incidents/" + incident + "/devices/" + deviceId(device) + "/scans",
                Map.of(
                        "verdict", verdict,
                        "tool", "ClamAV 1.4.2",
                        "signaturesDate", now,
                        "startedAt", now,
                        "finishedAt", now,
                        "filesScanned", 48210,
                        "findings", verdict.equals("infected") ? List.of("Eicar-Test") : List.of()));
    }

    private String deviceId(int device) {
        return api.incident(incident).path("devices").path(device).path("id").asText();
    }

    private void choose(String device) {
        browser.click(cssSelector("input[aria-label=\"Choose " + device + "\"]"));
    }

    private void state() {
        Instant next = now().plus(1, ChronoUnit.MINUTES);
        browser.type(id("mr-many-tool"), "Fleet scanner 7.2");
        browser.type(id("mr-many-signatures"), DATE.format(next));
        browser.type(id("mr-many-started"), MOMENT.format(next));
        browser.type(id("mr-many-finished"), MOMENT.format(next));
        browser.type(id("mr-many-files"), "1200");
    }

    private String counts() {
        return String.join(
                "\n",
                browser.see(cssSelector(".mr-counts"))
                        .getText()
                        .replaceAll("(\\d) ?(?=[A-Z])", "$1\n")
                        .split("\n"));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
