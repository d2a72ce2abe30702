package org.mailboxremediation.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.Disposition;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanVerdict;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.LockOut;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;

/** Facts of a case for the pure rules, minute by minute. */
final class Facts {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<PasswordChange> changes = new ArrayList<>();
    private final List<SealedCredential> credentials = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<Attestation> attestations = new ArrayList<>();
    private final List<MailboxSetting> settings = new ArrayList<>();
    private final Map<Symptom, Instant> symptoms = new EnumMap<>(Symptom.class);
    private int minutesNow = 600;

    /** All that the guard asks for: one verified change, one clean device, attested, settings read. */
    static Facts good() {
        return new Facts()
                .change(1, Verification.VERIFIED)
                .device("C", 5)
                .attested(AttestationKind.DEVICE_LIST_COMPLETE, "case", "complete", "alice")
                .attested(AttestationKind.SETTINGS_READ, "task", "read", "system");
    }

    /** The same without a password change. */
    static Facts withoutChange() {
        Facts facts = good();
        facts.changes.clear();
        return facts;
    }

    static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** A change requested and set at the minute; its id is {@code change-N}, counted from 1. */
    Facts change(int minute, Verification verification) {
        return change(minute, minute(minute), verification);
    }

    Facts change(int requested, @Nullable Instant set, Verification verification) {
        int epoch = changes.size() + 1;
        changes.add(new PasswordChange(
                "change-" + epoch,
                "case",
                epoch,
                ChangeCause.REPORTED,
                true,
                minute(requested),
                set,
                set,
                verification,
                List.of(),
                null));
        return this;
    }

    /** The sealed password of the newest change: expires at the minute, and ended there if a cause is given. */
    Facts credential(int expires, @Nullable Destroyed why, int destroyed) {
        credentials.add(new SealedCredential(
                "credential",
                "case",
                "change-" + changes.size(),
                START,
                minute(expires),
                START,
                why == Destroyed.REVEALED ? minute(destroyed) : null,
                null,
                why == null ? null : minute(destroyed),
                why));
        return this;
    }

    /** A device with one scan (C, I, P) or disposition (r, t, u) a minute, the first at the given minute. */
    Facts device(String story, int from) {
        List<Scan> scans = new ArrayList<>();
        List<Disposition> dispositions = new ArrayList<>();
        for (int index = 0; index < story.length(); index++) {
            Instant at = minute(from + index);
            switch (story.charAt(index)) {
                case 'C' -> scans.add(scan(ScanVerdict.CLEAN, at, index));
                case 'I' -> scans.add(scan(ScanVerdict.INFECTED, at, index));
                case 'P' -> scans.add(scan(ScanVerdict.INCOMPLETE, at, index));
                case 'r' -> dispositions.add(new Disposition(DispositionKind.REIMAGED, "r", "admin", at, index));
                case 't' -> dispositions.add(new Disposition(DispositionKind.RETIRED, "r", "admin", at, index));
                case 'u' -> dispositions.add(new Disposition(DispositionKind.UNSCANNABLE, "r", "admin", at, index));
                default -> throw new IllegalArgumentException(story);
            }
        }
        devices.add(new Device("d", "case", "Laptop", DeviceKind.LAPTOP, "Alice", null, START, scans, dispositions));
        return this;
    }

    Facts noDevices() {
        devices.clear();
        return this;
    }

    Facts attested(AttestationKind kind, String subject, String answer, String actor) {
        attestations.add(new Attestation("a", "case", kind, subject, answer, null, actor, START));
        return this;
    }

    Facts without(AttestationKind kind) {
        attestations.removeIf(attestation -> attestation.kind() == kind);
        return this;
    }

    Facts setting(SettingState state) {
        settings.add(new MailboxSetting("s", SettingKind.FORWARDING, "x@example.org", state, null, null));
        return this;
    }

    Facts symptom(Symptom symptom, int minute) {
        symptoms.put(symptom, minute(minute));
        return this;
    }

    Facts now(int minute) {
        minutesNow = minute;
        return this;
    }

    CaseFacts build() {
        return new CaseFacts(
                incident(), changes, credentials, devices, attestations, settings, symptoms, minute(minutesNow));
    }

    private static Scan scan(ScanVerdict verdict, Instant at, int position) {
        return new Scan("s", "d", verdict, "t", at, at, at, 1, List.of(), List.of(), "admin", at, position);
    }

    private static Incident incident() {
        return new Incident(
                "case",
                IncidentFixture.ALICE,
                IncidentStatus.OPEN,
                Severity.HIGH,
                LockOut.CHANGE_PASSWORD_AND_BLOCK,
                AccessBefore.OPEN,
                IncidentFixture.CAROL,
                Owner.UNKNOWN,
                Set.of(Symptom.BOUNCES),
                Set.of(),
                List.of(),
                null,
                START,
                null,
                null);
    }
}
