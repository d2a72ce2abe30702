package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailboxremediation.incident.Incidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts the procedure for an open case, and again for one that lost it: the case, not the process, is the truth. */
@Component
public final class Procedures {

    private static final Logger LOG = LoggerFactory.getLogger(Procedures.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Incidents incidents;
    private final Clock clock;

    Procedures(RuntimeService runtime, IdentityService identity, Incidents incidents, Clock clock) {
        this.runtime = runtime;
        this.identity = identity;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Starts the procedure. A failure is logged and made good by the sweep: the lock-out does not wait for it. */
    public void start(String incidentId) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            runtime.createProcessInstanceByKey("SecureMailboxProcess")
                    .businessKey(incidentId)
                    .execute();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The procedure of case {} did not start yet ({}).",
                    incidentId,
                    e.getClass().getSimpleName());
        } finally {
            identity.setAuthentication(person);
        }
    }

    /** Starts the procedure of every open case that has none. */
    @Scheduled(fixedDelayString = "${remediation.process.sweep-every:5s}", initialDelayString = "10s")
    public void sweep() {
        incidents.openWithoutProcess(clock.instant().minus(GRACE)).forEach(this::start);
    }
}
