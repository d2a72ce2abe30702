package org.mailboxremediation.sandbox.rackspace;

import java.util.List;

/** A family of calls. */
interface Resource {

    List<Route> routes();
}
