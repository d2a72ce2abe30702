package org.mailboxremediation.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentAlreadyOpen;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Triage;
import org.mailboxremediation.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a report in. One transaction holds the incident and its first command, so that the attacker is locked out even if
 * the engine never gets to it (promise P2).
 */
@Component
public final class IncidentIntake {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentIntake.class);

    /**
     * What became of a report.
     *
     * @param incident the case it opened, or the open one it was added to
     * @param opened false where it was added
     */
    public record Taken(Incident incident, boolean opened) {}

    private final MailboxLookup lookup;
    private final TriageRules triage;
    private final Incidents incidents;
    private final LockOuts lockOuts;
    private final Notices notices;
    private final Devices devices;
    private final CaseChanges caseChanges;
    private final Organisation organisation;
    private final EventChain chain;
    private final TransactionTemplate transaction;

    IncidentIntake(
            MailboxLookup lookup,
            TriageRules triage,
            Incidents incidents,
            LockOuts lockOuts,
            Notices notices,
            Devices devices,
            CaseChanges caseChanges,
            Organisation organisation,
            EventChain chain,
            TransactionTemplate transaction) {
        this.lookup = lookup;
        this.triage = triage;
        this.incidents = incidents;
        this.lockOuts = lockOuts;
        this.notices = notices;
        this.devices = devices;
        this.caseChanges = caseChanges;
        this.organisation = organisation;
        this.chain = chain;
        this.transaction = transaction;
    }

    /**
     * Opens a case, or adds what is new to the open one. Must not be called inside a transaction: it asks the provider.
     *
     * @throws ReportRefused where there is nothing to open a case on
     */
    public Taken report(Report report, List<NewDevice> used) {
        Optional<Incident> open = incidents.findOpen(report.mailbox());
        if (open.isPresent()) {
            return new Taken(add(open.get(), report, used), false);
        }
        if (!organisation.domains().contains(report.mailbox().domain())) {
            throw ReportRefused.foreignDomain(report.mailbox());
        }
        AccessBefore access = lookup.accessOf(report.mailbox());
        Triage answer = triage.assess(report.symptoms(), report.riskFactors(), access);
        try {
            Incident opened = open(report, answer, access, used);
            alert(opened);
            return new Taken(opened, true);
        } catch (IncidentAlreadyOpen raced) {
            return new Taken(add(incidents.findOpen(report.mailbox()).orElseThrow(), report, used), false);
        }
    }

    private Incident open(Report report, Triage answer, AccessBefore access, List<NewDevice> used) {
        return inTransaction(() -> {
            Incident incident = incidents.open(report, answer, access);
            lockOuts.requestFirst(incident);
            used.forEach(d -> devices.add(incident.id(), d, report.reporter().userId()));
            return incident;
        });
    }

    /** On its own: alerts that cannot be queued must not undo the lock-out. The procedure queues them again. */
    private void alert(Incident incident) {
        try {
            transaction.executeWithoutResult(status -> notices.alert(incident));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The alerts of case {} are not queued yet ({}).",
                    incident.id(),
                    e.getClass().getSimpleName());
        }
    }

    /** Adds what is new in a report to an open case, in a transaction of its own or the caller's. */
    Incident add(Incident incident, Report report, List<NewDevice> used) {
        return inTransaction(() -> {
            incidents.merge(incident.id(), report);
            fresh(incident.id(), used)
                    .forEach(d -> caseChanges.deviceAdded(
                            incident.id(), d, report.reporter().userId()));
            Incident now = incidents.get(incident.id());
            notices.alert(now);
            caseChanges.factAdded(incident.id());
            return now;
        });
    }

    /** Those that the case does not have yet, read under its lock: reports that come at once add a device once. */
    private List<NewDevice> fresh(String incidentId, List<NewDevice> used) {
        chain.lock(incidentId);
        List<NewDevice> known = devices.of(incidentId).stream()
                .map(d -> new NewDevice(d.name(), d.kind(), d.owner(), d.identifier()))
                .toList();
        return used.stream().filter(d -> !known.contains(d)).toList();
    }

    private Incident inTransaction(Supplier<Incident> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
