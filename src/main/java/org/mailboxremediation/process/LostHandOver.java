package org.mailboxremediation.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailboxremediation.credential.SealedCredential;
import org.springframework.stereotype.Component;

/** Ends the hand-over of a password that was destroyed under it: the procedure goes back to the gate, and a change is due. */
@Component
final class LostHandOver {

    private final HandOvers handOvers;
    private final RuntimeService runtime;
    private final IdentityService identity;

    LostHandOver(HandOvers handOvers, RuntimeService runtime, IdentityService identity) {
        this.handOvers = handOvers;
        this.runtime = runtime;
        this.identity = identity;
    }

    /** Tells the procedure if this is the newest password and it is gone. In the caller's transaction. */
    void tellIfLost(SealedCredential credential) {
        boolean gone = handOvers
                .newest(credential.incidentId())
                .filter(newest -> newest.id().equals(credential.id()))
                .filter(newest -> newest.destroyedWhy() != null)
                .isPresent();
        if (gone) {
            tell(credential.incidentId());
        }
    }

    /** In nobody's name: a person may send no messages. */
    private void tell(String incidentId) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            runtime.createMessageCorrelation("Message_RestoreGateShut")
                    .processInstanceBusinessKey(incidentId)
                    .correlateAll();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
