package org.mailboxremediation.event;

/** Knows how whoever acts on this thread proved who it is. */
@FunctionalInterface
public interface AuthenticationContext {

    /**
     * The method, for the event that is being written.
     *
     * @param actor a user id, or {@link CaseEvent#SYSTEM}
     */
    AuthenticationMethod method(String actor);
}
