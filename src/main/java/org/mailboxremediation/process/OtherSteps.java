package org.mailboxremediation.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.mailboxremediation.event.EventChain;
import org.springframework.stereotype.Component;

/**
 * Steps 3 and 4, which run beside the others: the lessons wait for them. Who ends one of them and who asks whether they
 * have ended take the case's lock first, so that neither misses the other.
 */
@Component
public final class OtherSteps {

    private static final String ALERT = "CallActivity_AlertPeople";
    private static final String TRACE = "CallActivity_BlockSender";

    private final RuntimeService runtime;
    private final EventChain chain;

    OtherSteps(RuntimeService runtime, EventChain chain) {
        this.runtime = runtime;
        this.chain = chain;
    }

    /** Whether both have ended. In the caller's transaction. */
    public boolean done(String incidentId) {
        chain.lock(incidentId);
        return Stream.of(ALERT, TRACE).noneMatch(step -> runs(incidentId, step));
    }

    /** One of them is ending: if the other has ended before, the lessons begin. In the caller's transaction. */
    public void ending(String incidentId, String step) {
        chain.lock(incidentId);
        if (!runs(incidentId, step.equals(ALERT) ? TRACE : ALERT)) {
            runtime.createMessageCorrelation("Message_OtherStepsDone")
                    .processInstanceBusinessKey(incidentId)
                    .correlateAll();
        }
    }

    private boolean runs(String incidentId, String step) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(incidentId)
                        .activityId(step)
                        .count()
                > 0;
    }
}
