package org.mailboxremediation.app.walk;

import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;

/**
 * Who walks: an administrator and a security lead in Tasklist, and the administrator's other programs.
 *
 * @param admin in Tasklist
 * @param lead in Tasklist
 * @param api as the administrator
 */
record People(Tasklist admin, Tasklist lead, Api api) {

    static People at(String base) {
        return new People(
                Tasklist.login(base, "admin", "tasklist"),
                Tasklist.login(base, "lead", "tasklist"),
                new Api(base, "admin"));
    }
}
