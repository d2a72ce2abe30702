package org.mailboxremediation.process.guard;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Which engine commands a person may issue. Everything that is neither reading nor listed is refused, so that a command
 * nobody thought of is refused too (DESIGN §4; whoever completes a task may otherwise set any variable).
 */
final class PersonCommands {

    private static final String ENGINE = "org.camunda.bpm.engine.impl.";

    /** Names of commands that only read. */
    private static final Pattern READS = Pattern.compile(
            "(Get|Is|Find|Optimize|ExecuteFilter|Report|Determine|AuthorizationCheck|CheckPassword|Create\\w*Query).*|.*Query(Impl|Cmd)?");

    /** What people do at tasks, filters and their own account; each is subject to the engine's authorizations too. */
    private static final Set<String> WRITES = Set.of(
            "AddCommentCmd",
            "AssignTaskCmd",
            "ClaimTaskCmd",
            "CompleteTaskCmd",
            "SubmitStartFormCmd",
            "SubmitTaskFormCmd",
            "CreateFilterCmd",
            "SaveFilterCmd",
            "DeleteFilterCmd",
            "SaveUserCmd",
            "SetUserPictureCmd",
            "SetUserInfoCmd",
            "UnlockUserCmd");

    private PersonCommands() {}

    static boolean allowed(Command<?> command) {
        Class<?> type = command.getClass();
        String name = type.getName();
        if (!name.startsWith(ENGINE)) {
            return true;
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return READS.matcher(simple).matches() || WRITES.contains(simple);
    }
}
