package org.mailboxremediation.sandbox.rackspace;

import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.fault.CallLog;

/** Lets calls take effect, and keeps record of it. */
@SandboxComponent
final class Effects {

    private final Router router;
    private final CallLog calls;

    Effects(Router router, CallLog calls) {
        this.router = router;
        this.calls = calls;
    }

    /**
     * Does what was asked.
     *
     * @throws Fault if the call is refused; it is not recorded as applied then
     */
    Answer of(Received received) {
        Answer answer = router.answer(received.method(), received.segments(), received.query(), received.fields());
        calls.applied(received.name().operation(), received.name().target());
        return answer;
    }
}
