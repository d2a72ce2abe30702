package org.mailboxremediation.process.walk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Reporter;
import org.mailboxremediation.incident.ReporterRole;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;
import org.mailboxremediation.process.CaseChanges;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.DeviceScans;
import org.mailboxremediation.process.HandOvers;
import org.mailboxremediation.process.IncidentIntake;
import org.mailboxremediation.process.ManyScans;
import org.mailboxremediation.process.OpenTask;
import org.mailboxremediation.process.PasswordReveal;
import org.mailboxremediation.process.Procedures;
import org.mailboxremediation.process.RevealPermit;
import org.mailboxremediation.process.RevealRefused;
import org.mailboxremediation.process.TaskBoard;
import org.mailboxremediation.restore.RestoreGuard;
import org.mailboxremediation.restore.walk.Happening.Deed;

/** One case, by the ways that people and other programs have to it: forms, reports, scans, reveals. */
final class Hands {

    private static final RevealPermit.Person ADMIN = new RevealPermit.Person("admin", Set.of("mailbox-admins"));
    private static final RevealPermit.Person LEAD = new RevealPermit.Person("lead", Set.of("security-leads"));

    private final EngineInMemory engine;
    private final MailboxAddress mailbox;
    private final Instant start;
    private final List<String> devices = new ArrayList<>();
    private String id = "";

    Hands(EngineInMemory engine, String name) {
        this.engine = engine;
        mailbox = MailboxAddress.parse(name + "@example.com");
        start = engine.clock.instant();
        engine.provider.with(mailbox, EngineInMemory.before());
    }

    /** An open task; {@code device} where it is about one. */
    record Open(
            String id, String key, String group, @Nullable String device) {

        static Open of(OpenTask task) {
            return new Open(task.id(), task.key(), String.valueOf(task.group()), task.deviceId());
        }
    }

    void report(String symptom, boolean weakPassword) {
        Report report = report(Set.of(Symptom.valueOf(symptom)), weakPassword);
        id = engine.get(IncidentIntake.class)
                .report(report, List.of())
                .incident()
                .id();
        engine.get(Procedures.class).start(id);
    }

    void reportAgain(String symptom) {
        engine.get(ConflictRetry.class)
                .repeat(() -> engine.get(IncidentIntake.class)
                        .report(report(Set.of(Symptom.valueOf(symptom)), false), List.of()));
    }

    private Report report(Set<Symptom> symptoms, boolean weakPassword) {
        return new Report(
                mailbox,
                new Reporter("reporter", "Rita", null, ReporterRole.USER),
                Owner.UNKNOWN,
                symptoms,
                weakPassword ? Set.of(RiskFactor.WEAK_PASSWORD) : Set.of(),
                List.of(),
                null);
    }

    void addDevice(int number) {
        NewDevice device = new NewDevice("Device " + number, DeviceKind.LAPTOP, "Owner", null);
        devices.add(engine.get(ConflictRetry.class)
                .inTransaction(() -> engine.get(CaseChanges.class).deviceAdded(id, device, "admin"))
                .id());
    }

    void scan(int device, boolean found, long files, long signatures, long started, long finished) {
        ScanClaim claim = new ScanClaim(
                found,
                "Scanner 1.0",
                at(signatures),
                at(started),
                at(finished),
                files,
                found ? List.of("Test.Malware") : List.of());
        engine.get(ManyScans.class).attest(id, Set.of(devices.get(device)), claim, "admin");
    }

    /** Submits the form of the scan task with a clean scan that just ran. */
    void attest(Open task, long signatures, long at) {
        complete(
                task,
                Map.of(
                        "verdict",
                        "CLEAN",
                        "tool",
                        "Scanner 1.0",
                        "signaturesDate",
                        at(signatures).toString(),
                        "startedAt",
                        at(at).toString(),
                        "finishedAt",
                        at(at).toString(),
                        "filesScanned",
                        1000));
    }

    /** Whether each scan that waits for a second person has its task, as far as the case scans devices now. */
    boolean asksForSecondWords() {
        List<Open> open = openTasks();
        return open.stream()
                .filter(task -> task.key().equals("UserTask_RemoveMalware"))
                .noneMatch(task -> engine.get(Devices.class)
                        .find(String.valueOf(task.device()))
                        .flatMap(Device::awaitingSecond)
                        .isPresent());
    }

    boolean critical() {
        return incident().severity() == Severity.CRITICAL;
    }

    void dispose(int device, Deed deed) {
        DispositionKind kind =
                deed == Deed.WIPED_OR_OUT_OF_USE ? DispositionKind.UNSCANNABLE : DispositionKind.valueOf(deed.name());
        engine.get(ConflictRetry.class).inTransaction(() -> {
            engine.get(DeviceScans.class).dispose(devices.get(device), kind, "seen by me", "admin");
            return kind;
        });
    }

    /** The number of the device that the task is about. */
    int number(Open task) {
        return devices.indexOf(String.valueOf(task.device()));
    }

    List<Open> openTasks() {
        return engine.get(TaskBoard.class).of(id).stream().map(Open::of).toList();
    }

    /** Submits the task's form as somebody of the group that it is for. */
    void complete(Open task, Map<String, ?> values) {
        Map<String, Object> typed = new HashMap<>();
        values.forEach((name, value) -> typed.put(name, value instanceof List<?> list ? json(list) : value));
        boolean lead = task.group().equals("security-leads");
        IdentityService identity = engine.get(IdentityService.class);
        identity.setAuthentication(lead ? "lead" : "admin", List.of(task.group()));
        try {
            engine.get(TaskService.class).complete(task.id(), typed);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Object json(List<?> list) {
        try {
            return SpinValues.jsonValue(engine.get(ObjectMapper.class).writeValueAsString(list))
                    .create();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Claims the hand-over and has the password shown. */
    Secret reveal(Open task) {
        engine.get(TaskService.class).setAssignee(task.id(), ADMIN.userId());
        return engine.get(PasswordReveal.class).revealNewest(id, ADMIN, "");
    }

    /** Shown to a lead before the gate opens, where that may be. */
    Optional<Secret> revealEarly() {
        boolean mayBe = sealed().filter(
                        password -> password.gone(engine.clock.instant()).isEmpty())
                .isPresent();
        if (!mayBe || everBlocked()) {
            return Optional.empty();
        }
        return Optional.of(
                engine.get(PasswordReveal.class).reveal(sealed().orElseThrow().id(), LEAD, "", "the owner is abroad"));
    }

    void revealIsRefused() {
        assertThatThrownBy(() -> engine.get(PasswordReveal.class).revealNewest(id, ADMIN, ""))
                .isInstanceOf(RevealRefused.class)
                .extracting(refused -> ((RevealRefused) refused).obstacle())
                .isEqualTo(RevealRefused.Obstacle.GATE_SHUT);
    }

    boolean hasPassword() {
        return sealed().isPresent();
    }

    boolean newestIsShown() {
        return engine.get(HandOvers.class).newestRevealed(id);
    }

    private Optional<SealedCredential> sealed() {
        return engine.get(HandOvers.class).newest(id);
    }

    /** What became of each change, the oldest first. */
    List<Verification> changes() {
        return engine.get(PasswordChanges.class).of(id).stream()
                .map(PasswordChange::verification)
                .toList();
    }

    boolean gateIsOpen() {
        return engine.get(RestoreGuard.class).decide(id).allowed();
    }

    void pass(long seconds) {
        engine.clock.advance(Duration.ofSeconds(seconds));
    }

    /** Time has passed: what ends by itself ends. */
    void timePassed() {
        engine.get(SealedCredentials.class).destroyExpired();
        engine.fireTimers();
    }

    void settle() {
        engine.drain();
    }

    boolean closed() {
        return !incident().status().isOpen();
    }

    String status() {
        return incident().status().name();
    }

    boolean everBlocked() {
        return engine.get(AccessLog.class).everBlocked(incident());
    }

    boolean enabled() {
        return engine.provider.show(mailbox).enabled();
    }

    boolean letsIn(Secret password) {
        return engine.provider.letsIn(mailbox, password);
    }

    /** Has it told, in the engine's transaction, which way each sequence flow leads. */
    void atEachFlow(Consumer<String> look) {
        engine.taken = look;
    }

    /** Has it run before anything enables the mailbox. */
    void beforeRestore(Runnable look) {
        engine.provider.before = call -> {
            if (call.equals("setEnabled=true")) {
                look.run();
            }
        };
    }

    private Incident incident() {
        return engine.get(Incidents.class).get(id);
    }

    private Instant at(long second) {
        return start.plusSeconds(second);
    }
}
