package io.boto4j.local;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.iam.Identities;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Traits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses calls that the policies do not allow, with the error of the service's protocol. */
final class Permissions {
  /** What every signed caller may do, whatever the policies say. */
  private static final Set<String> FREE =
      Set.of("sts:GetCallerIdentity", "sts:GetSessionToken", "sts:GetAccessKeyInfo");

  private static final int FORBIDDEN = 403;
  private static final Pattern NOTHING = Pattern.compile("none|smithy\\.api#noAuth");

  private final Identities identities;
  private final Function<String, ServiceModel> models;

  Permissions(Identities identities, Function<String, ServiceModel> models) {
    this.identities = identities;
    this.models = models;
  }

  void check(String service, String region, EngineCall call) {
    if (FREE.contains(service + ":" + call.operation()) || isUnsigned(service, call)) {
      return;
    }
    if (call.caller().accessKeyId().isEmpty()) {
      if (service.equals("s3")) {
        // Its engine decides by the bucket's policy and the access control lists.
        return;
      }
      throw new EngineException(
          "MissingAuthenticationToken",
          "Request is missing Authentication Token",
          FORBIDDEN,
          Map.of());
    }
    Structure input = call.input();
    String refusal =
        identities.refusal(
            call.caller(),
            service,
            call.operation(),
            input,
            region,
            Map.of("aws:SecureTransport", List.of("true"), "aws:SourceIp", List.of("127.0.0.1")));
    if (refusal != null) {
      throw refused(service, refusal);
    }
  }

  /** Whether the model has the operation as one that nobody signs, such as with a web identity. */
  private boolean isUnsigned(String service, EngineCall call) {
    Traits traits = models.apply(service).operation(call.operation()).traits();
    return isNone(traits.get("authtype")) || isNone(traits.get("auth"));
  }

  private static boolean isNone(@Nullable Object types) {
    return types != null
        && NOTHING
            .matcher(types instanceof List<?> list ? list.get(0).toString() : types.toString())
            .matches();
  }

  private EngineException refused(String service, String message) {
    String protocol = String.valueOf(models.apply(service).metadata().text("protocol"));
    return switch (protocol) {
      case "ec2" -> new EngineException("UnauthorizedOperation", message, FORBIDDEN, Map.of());
      case "query", "rest-xml" -> new EngineException("AccessDenied", message, FORBIDDEN, Map.of());
      case "rest-json" ->
          new EngineException("AccessDeniedException", message, FORBIDDEN, Map.of());
      default -> new EngineException("AccessDeniedException", message);
    };
  }
}
