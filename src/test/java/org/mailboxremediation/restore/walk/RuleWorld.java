package org.mailboxremediation.restore.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.Disposition;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanJudgement;
import org.mailboxremediation.device.ScanRules;
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
import org.mailboxremediation.restore.CaseFacts;
import org.mailboxremediation.restore.RestoreRules;
import org.mailboxremediation.restore.VoidRule;

/** The product's rules over facts in memory: its scan rules, its void rule, its conditions of P1. */
final class RuleWorld implements World {

    private final List<ChangeStory> changes = new ArrayList<>();
    private final Map<Integer, DeviceFacts> devices = new TreeMap<>();
    private final List<Attestation> attestations = new ArrayList<>();
    private final Map<Integer, SettingState> settings = new TreeMap<>();
    private final Map<Symptom, Instant> symptoms = new EnumMap<>(Symptom.class);
    private int position;

    @Override
    public void tell(Step step) {
        position++;
        Instant at = Words.time(step.at());
        Happening happening = step.happening();
        if (happening instanceof Happening.Asked) {
            changes.add(new ChangeStory(changes.size() + 1, at));
        } else if (happening instanceof Happening.DeviceAdded added) {
            devices.put(added.device(), new DeviceFacts(at));
        } else if (happening instanceof Happening.Scanned scan) {
            device(scan.device()).scanned(scan, at, position);
        } else if (happening instanceof Happening.Done done) {
            device(done.device())
                    .dispositions
                    .add(new Disposition(Words.kind(done.deed()), "r", "admin", at, position));
        } else if (happening instanceof Happening.ListAttested said) {
            String answer = said.complete() ? Attestation.COMPLETE : "incomplete";
            attest(AttestationKind.DEVICE_LIST_COMPLETE, "devices", answer, said.person(), at);
        } else if (happening instanceof Happening.SettingsRead) {
            attest(AttestationKind.SETTINGS_READ, "command", "read", "system", at);
        } else if (happening instanceof Happening.SettingFound found) {
            settings.put(found.setting(), SettingState.FOUND);
        } else if (happening instanceof Happening.SettingSettled settled) {
            settings.put(settled.setting(), settled.cleared() ? SettingState.CLEARED : SettingState.ACCEPTED);
        } else if (happening instanceof Happening.SymptomSeen seen) {
            symptoms.putIfAbsent(Symptom.valueOf(seen.symptom()), at);
        } else {
            ofTheNewest(happening, at);
        }
    }

    private void ofTheNewest(Happening happening, Instant at) {
        ChangeStory newest = changes.get(changes.size() - 1);
        if (happening instanceof Happening.Set) {
            newest.setAt = at;
        } else if (happening instanceof Happening.Checked seen) {
            newest.verification = Words.verification(seen.sight());
        } else if (happening instanceof Happening.LockOutAttested said) {
            attest(AttestationKind.LOCK_OUT, newest.id(), said.out() ? "OLD_REFUSED" : "no", "admin", at);
        } else if (happening instanceof Happening.SetByHand set) {
            newest.setAt = at;
            attest(AttestationKind.LOCK_OUT, newest.id(), Words.byHand(set), "admin", at);
        } else if (happening instanceof Happening.HandedOnByHand on) {
            attest(AttestationKind.DONE_BY_HAND, Attestation.PASSWORD, Words.handedOn(on), "admin", at);
        } else if (happening instanceof Happening.Revealed) {
            newest.destroyed(Destroyed.REVEALED, at);
        } else if (happening instanceof Happening.Lost) {
            newest.destroyed(Destroyed.LOST, at);
        }
    }

    private DeviceFacts device(int number) {
        return Objects.requireNonNull(devices.get(number));
    }

    private void attest(AttestationKind kind, String subject, String answer, String actor, Instant at) {
        attestations.add(new Attestation("a", "case", kind, subject, answer, null, actor, at));
    }

    @Override
    public boolean allowed(long now) {
        return RestoreRules.decide(facts(now)).allowed();
    }

    @Override
    public boolean due(long now) {
        return VoidRule.changeDue(facts(now)).isPresent();
    }

    private CaseFacts facts(long now) {
        return new CaseFacts(
                INCIDENT,
                changes.stream().map(ChangeStory::change).toList(),
                changes.stream().map(ChangeStory::credential).toList(),
                devices.values().stream().map(DeviceFacts::device).toList(),
                attestations,
                settings.values().stream().map(RuleWorld::setting).toList(),
                symptoms,
                Words.time(now));
    }

    private static MailboxSetting setting(SettingState state) {
        return new MailboxSetting("s", SettingKind.FORWARDING, "x@example.org", state, null, null);
    }

    private static final Incident INCIDENT = new Incident(
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
            Words.time(0),
            null,
            null);

    /** A device as its tables would have it. */
    private static final class DeviceFacts {

        private final Instant addedAt;
        private final List<Scan> scans = new ArrayList<>();
        private final List<Disposition> dispositions = new ArrayList<>();

        DeviceFacts(Instant addedAt) {
            this.addedAt = addedAt;
        }

        void scanned(Happening.Scanned scan, Instant at, int position) {
            ScanJudgement judged = ScanRules.judge(Words.claim(scan), scans, Words.time(0), at, Duration.ofDays(7));
            scans.add(new Scan(
                    "s",
                    "d",
                    judged.verdict(),
                    "t",
                    Words.time(scan.signatures()),
                    Words.time(scan.started()),
                    Words.time(scan.finished()),
                    scan.files(),
                    List.of(),
                    judged.reasons(),
                    "admin",
                    at,
                    position));
        }

        Device device() {
            @Nullable String identifier = null;
            return new Device(
                    "d", "case", "Laptop", DeviceKind.LAPTOP, "Alice", identifier, addedAt, scans, dispositions);
        }
    }
}
