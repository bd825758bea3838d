///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS io.boto4j:boto4j:0.1.0-SNAPSHOT

import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.error.NoCredentialsException;

/** Prints whose credentials the session finds. An argument is the name of a profile. */
final class WhoAmI {
  private WhoAmI() {}

  public static void main(String[] args) {
    Session session =
        args.length == 0 ? Session.create() : Session.builder().profile(args[0]).build();
    try {
      Response identity = session.client("sts").call("GetCallerIdentity");
      System.out.println(identity.text("Arn"));
    } catch (NoCredentialsException e) {
      System.err.println(session.credentialReport());
      System.exit(1);
    }
  }
}
