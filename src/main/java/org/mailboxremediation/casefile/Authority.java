package org.mailboxremediation.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.mailboxremediation.event.CaseEvent;
import org.springframework.stereotype.Component;

/** What the people of a case may do: their groups, as they are now. */
@Component
final class Authority {

    private final IdentityService identity;

    Authority(IdentityService identity) {
        this.identity = identity;
    }

    /** The groups of each actor that has any, by user id. */
    Map<String, String> of(List<CaseEvent> events) {
        Map<String, String> groups = new HashMap<>();
        events.stream().map(CaseEvent::actor).distinct().forEach(actor -> {
            String names = identity.createGroupQuery().groupMember(actor).list().stream()
                    .map(Group::getId)
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                groups.put(actor, names);
            }
        });
        return groups;
    }
}
