package io.boto4j.internal.signing;

import io.boto4j.error.UnknownSignatureVersionException;
import io.boto4j.error.UnsupportedSignatureVersionException;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a client's requests are signed, in boto3's order.
 *
 * <ol>
 *   <li>An operation's {@code auth} or {@code authtype}, over which goes
 *   <li>the first scheme of the endpoint's rules that can be made, or the one the user asked for;
 *       if neither says anything,
 *   <li>the user's preference among the service's schemes, and a bearer token in the environment;
 *   <li>what the user asked for; SigV4 for S3; the service's {@code auth} or {@code
 *       signatureVersion}.
 * </ol>
 *
 * <p>Immutable and thread-safe.
 */
public final class SignerChoice {
  private static final String SIGV4A = "v4a";

  private final String signingName;
  private final String region;
  private final @Nullable String requested;
  private final List<String> preferred;
  private final @Nullable String regionSet;
  private final boolean hasBearerToken;
  private final boolean setInCode;
  private final List<String> serviceAuth;
  private final String clientVersion;

  /**
   * Makes the choice of one client.
   *
   * @param service the service
   * @param region the client's region
   * @param options what the user says
   */
  public SignerChoice(ServiceModel service, String region, SigningOptions options) {
    this(service, service.signingName(), region, options);
  }

  /**
   * Makes the choice of a client that signs for another name than its model says.
   *
   * @param service the service
   * @param signingName its name in the credential scope
   * @param region the client's region
   * @param options what the user says
   */
  public SignerChoice(
      ServiceModel service, String signingName, String region, SigningOptions options) {
    this.signingName = signingName;
    this.region = region;
    this.requested = options.signatureVersion();
    this.preferred = options.authSchemePreference();
    this.regionSet = options.sigv4aRegionSet();
    this.hasBearerToken = options.bearerToken() != null;
    this.setInCode = options.setInCode();
    this.serviceAuth = texts(service.metadata().get("auth"));
    this.clientVersion = clientVersion(service);
  }

  /**
   * The signer of a request.
   *
   * @param operation the operation
   * @param schemes what the endpoint's rules allow, empty if they say nothing
   * @return the signer, which may be one that is not known
   * @throws UnknownSignatureVersionException if a model or the rules name none that is known
   */
  public ChosenSigner choose(OperationModel operation, List<AuthScheme> schemes) {
    String version = operationVersion(operation);
    AuthScheme scheme = schemes.isEmpty() ? null : chooseScheme(schemes);
    if (!schemes.isEmpty()) {
      version = scheme == null ? null : requestedOr(versionOf(scheme.name()));
    }
    if (isUnsigned(requested)) {
      version = ChosenSigner.NONE;
    }
    return version == null
        ? chosen(preferredVersion(), scheme, signingName.equals("s3"))
        : chosen(version, scheme, isS3(name(scheme)));
  }

  /**
   * Why {@link #choose} gives what it does.
   *
   * @param operation the operation
   * @param schemes what the endpoint's rules allow
   * @return the reason, for people: what follows "because"
   */
  public String why(OperationModel operation, List<AuthScheme> schemes) {
    if (isUnsigned(requested)) {
      return "signatureVersion is " + requested;
    }
    StringBuilder names = new StringBuilder();
    for (AuthScheme scheme : schemes) {
      names.append(names.length() == 0 ? "" : ", ").append(scheme.name());
    }
    if (!schemes.isEmpty() && requested != null) {
      return "signatureVersion is "
          + requested
          + (chooseScheme(schemes) == null ? ", and not among" : ", and among")
          + " the endpoint's auth schemes: "
          + names;
    }
    String wish = preferred.isEmpty() ? "" : ", by authSchemePreference " + preferred;
    if (!schemes.isEmpty()) {
      return "of the endpoint's auth schemes it is the first that can be made: " + names + wish;
    }
    if (operationVersion(operation) != null) {
      return "the model says so of the operation" + wish;
    }
    if (hasBearerToken && offersBearer() && !setInCode) {
      return "the environment has a token for the service";
    }
    if (requested != null) {
      return "signatureVersion is " + requested;
    }
    return "the model says so of the service" + wish;
  }

  /**
   * The signer of a URL or a form.
   *
   * @param operation the operation
   * @param schemes what the endpoint's rules allow, empty if they say nothing
   * @param suffix {@code -query} or {@code -presign-post}
   * @return a signer that can, or none
   * @throws UnsupportedSignatureVersionException if the one that is chosen cannot
   */
  public ChosenSigner choosePresigner(
      OperationModel operation, List<AuthScheme> schemes, String suffix) {
    ChosenSigner chosen = choose(operation, schemes);
    boolean post = suffix.equals("-presign-post");
    if (chosen.isNone() || (chosen.isSigV4() && !(post && chosen.isAsymmetric()))) {
      return chosen;
    }
    throw new UnsupportedSignatureVersionException(chosen.version() + suffix);
  }

  private String name(@Nullable AuthScheme scheme) {
    return scheme == null || scheme.signingName() == null ? signingName : scheme.signingName();
  }

  private ChosenSigner chosen(String version, @Nullable AuthScheme scheme, boolean ofS3) {
    String name = name(scheme);
    String schemeRegion = scheme == null ? null : scheme.region();
    if (version.equals(ChosenSigner.EXPRESS)) {
      String in = schemeRegion == null ? region : schemeRegion;
      return new ChosenSigner(version, SigningProperties.s3Express(name, in));
    }
    boolean s3 = ofS3 || version.startsWith("s3v4");
    boolean asymmetric = version.endsWith(SIGV4A);
    String in = asymmetric ? regionSet(schemeRegion) : schemeRegion == null ? region : schemeRegion;
    if (s3) {
      String s3Version = version.startsWith("v4") ? "s3" + version : version;
      return new ChosenSigner(s3Version, SigningProperties.s3(name, in));
    }
    boolean raw = scheme != null && scheme.disableDoubleEncoding();
    return new ChosenSigner(version, new SigningProperties(name, in, !raw, true, false));
  }

  /** As botocore: who asks for SigV4a by name, and says no more, gets the client's region. */
  private String regionSet(@Nullable String schemeRegion) {
    if (regionSet != null) {
      return regionSet;
    }
    return schemeRegion != null ? schemeRegion : requested == null ? "*" : region;
  }

  private @Nullable String operationVersion(OperationModel operation) {
    List<String> auth = texts(operation.traits().get("auth"));
    if (!auth.isEmpty()) {
      return first(preferred.isEmpty() ? auth : byPreference(auth));
    }
    String type = operation.traits().text("authtype");
    // The body is the caller's business: the signature is the same.
    return "v4-unsigned-body".equals(type) ? "v4" : type;
  }

  /** The scheme to take, or null if the user asked for one that the rules do not have. */
  private @Nullable AuthScheme chooseScheme(List<AuthScheme> schemes) {
    if (requested != null) {
      for (AuthScheme scheme : schemes) {
        if (plain(requested).equals(plain(versionOf(scheme.name())))) {
          return scheme;
        }
      }
      return null;
    }
    List<String> names = new ArrayList<>();
    for (AuthScheme scheme : schemes) {
      names.add(scheme.name());
    }
    for (String name : preferred.isEmpty() ? names : byPreference(names)) {
      if (isKnown(versionOf(name))) {
        return schemes.get(names.indexOf(name));
      }
    }
    throw new UnknownSignatureVersionException(String.join(", ", names));
  }

  private String requestedOr(String version) {
    return requested == null ? version : requested;
  }

  /** What the client signs with where neither the operation nor the endpoint says. */
  private String preferredVersion() {
    String version = clientVersion;
    if (requested == null && !preferred.isEmpty() && !serviceAuth.isEmpty()) {
      version = first(byPreference(serviceAuth));
    }
    return hasBearerToken && offersBearer() && !setInCode ? ChosenSigner.BEARER : version;
  }

  private boolean offersBearer() {
    for (String name : serviceAuth) {
      if (versionOf(name).equals(ChosenSigner.BEARER)) {
        return true;
      }
    }
    return false;
  }

  /** What the user prefers comes first, in that order; then the rest. */
  private List<String> byPreference(List<String> names) {
    List<String> ordered = new ArrayList<>();
    for (String wish : preferred) {
      for (String name : names) {
        if (afterHash(name).equals(wish)) {
          ordered.add(name);
        }
      }
    }
    for (String name : names) {
      if (!ordered.contains(name)) {
        ordered.add(name);
      }
    }
    return ordered;
  }

  private String clientVersion(ServiceModel service) {
    if (requested != null) {
      return isUnsigned(requested) ? ChosenSigner.NONE : requested;
    }
    if (signingName.equals("s3")) {
      return "s3v4";
    }
    if (!serviceAuth.isEmpty()) {
      return first(serviceAuth);
    }
    String version = service.metadata().text("signatureVersion");
    // The one service of SigV2 that takes SigV4 too; boto3 knows it by name.
    return version == null || service.name().equals("importexport") ? "v4" : version;
  }

  private static String first(List<String> names) {
    for (String name : names) {
      String version = versionOf(name);
      if (isKnown(version)) {
        return version;
      }
    }
    throw new UnknownSignatureVersionException(String.join(", ", names));
  }

  private static boolean isKnown(String version) {
    return version.equals("v4")
        || version.equals(SIGV4A)
        || version.equals(ChosenSigner.EXPRESS)
        || version.equals(ChosenSigner.BEARER)
        || version.equals(ChosenSigner.NONE);
  }

  /** botocore's name for a scheme of a model ({@code aws.auth#sigv4}) or of the rules. */
  private static String versionOf(String scheme) {
    String name = afterHash(scheme);
    return switch (name) {
      case "noAuth" -> ChosenSigner.NONE;
      case "httpBearerAuth" -> ChosenSigner.BEARER;
      default -> name.startsWith("sig") ? name.substring("sig".length()) : name;
    };
  }

  private static String afterHash(String scheme) {
    return scheme.substring(scheme.indexOf('#') + 1);
  }

  /** {@code s3v4} and {@code v4} are one scheme in the rules. */
  private static String plain(String version) {
    return version.startsWith("s3v4") ? version.substring("s3".length()) : version;
  }

  /** Of S3's kin boto3 makes this out where operation or endpoint name a scheme. */
  private static boolean isS3(String signingName) {
    return signingName.equals("s3")
        || signingName.equals("s3-outposts")
        || signingName.equals("s3-object-lambda")
        || signingName.equals("s3express");
  }

  private static boolean isUnsigned(@Nullable String version) {
    return ChosenSigner.NONE.equals(version) || "unsigned".equals(version);
  }

  private static List<String> texts(@Nullable Object listed) {
    List<String> texts = new ArrayList<>();
    if (listed instanceof List<?> list) {
      for (Object each : list) {
        texts.add(String.valueOf(each));
      }
    }
    return texts;
  }
}
