package org.mailboxremediation.sandbox.fault;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.sandbox.fault.CallLog.Calls;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Faults for drills, by HTTP: under the profile {@code sandbox} only, and in the application for its administrators only. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox")
final class FaultController {

    private final Faults faults;
    private final CallLog calls;

    FaultController(Faults faults, CallLog calls) {
        this.faults = faults;
        this.calls = calls;
    }

    /** The rules in force, with how many calls each has failed. */
    @GetMapping("/faults")
    List<Map<String, Object>> show() {
        return faults.active().stream()
                .map(active -> Map.of("rule", (Object) FaultBody.of(active.rule()), "fired", active.fired()))
                .toList();
    }

    /** Replaces all rules by these, and lets go on what the old ones held. */
    @PutMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@RequestBody List<FaultBody> rules) {
        List<FaultRule> checked = rules.stream().map(FaultBody::rule).toList();
        faults.clear();
        checked.forEach(faults::add);
    }

    /** Adds rules behind those in force. */
    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody List<FaultBody> rules) {
        rules.stream().map(FaultBody::rule).toList().forEach(faults::add);
    }

    /** Ends all faults. */
    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    /** What was called on a mailbox, recipient or list entry. */
    @GetMapping("/calls")
    Map<String, Calls> calls(@RequestParam String target) {
        return calls.of(target);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail invalid(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }
}
