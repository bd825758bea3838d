package io.boto4j.resource;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.testing.Stubber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The resource of a service whose calls are answered from a queue and recorded. */
final class Calls {
  private final List<String> made = new ArrayList<>();
  private final Stubber stubber;
  private final Resource root;

  Calls(String service) {
    this(
        Session.builder()
            .region("eu-west-1")
            .environment(Map.of())
            .credentials(Credentials.of("AKID", "secret"))
            .sleeper(pause -> {})
            .build(),
        service);
  }

  Calls(Session session, String service) {
    Client recorded = session.client(service).with(new Recording());
    this.stubber = Stubber.of(recorded);
    this.root = Resource.of(stubber.client());
  }

  Resource root() {
    return root;
  }

  Calls answer(String operation, Map<String, ?> response) {
    stubber.addResponse(operation, response);
    return this;
  }

  Calls fail(String operation, String code, int status) {
    stubber.addError(operation, code, "no", status);
    return this;
  }

  /** The calls so far: the operation with its parameters. */
  List<String> made() {
    return made;
  }

  private final class Recording implements Interceptor {
    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      made.add(call.operation() + parameters);
      return parameters;
    }
  }
}
