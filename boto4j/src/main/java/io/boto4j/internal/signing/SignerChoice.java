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
 * The choice of a signature version for the requests of a client, in boto3's order:
 *
 * <ol>
 *   <li>the first auth scheme of the endpoint rules that boto4j supports, or the one that was
 *       configured;
 *   <li>the operation's {@code auth} or {@code authtype};
 *   <li>a bearer token in the environment;
 *   <li>the configured version; the preferred scheme of the service; SigV4 for S3; the service's
 *       {@code auth} or {@code signatureVersion}.
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
   * Creates the choice of one client.
   *
   * @param service the service
   * @param region the client's region
   * @param options the configured options
   */
  public SignerChoice(ServiceModel service, String region, SigningOptions options) {
    this(service, service.signingName(), region, options);
  }

  /**
   * Creates the choice of a client whose signing name differs from that of the service model.
   *
   * @param service the service
   * @param signingName the name in the credential scope
   * @param region the client's region
   * @param options the configured options
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
   * Chooses the signer of a request.
   *
   * @param operation the operation
   * @param schemes the auth schemes of the endpoint rules; empty if they do not list any
   * @return the signer, whose version may be unknown
   * @throws UnknownSignatureVersionException if a model or the rules list only unknown schemes
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
   * Explains the result of {@link #choose}.
   *
   * @param operation the operation
   * @param schemes the auth schemes of the endpoint rules
   * @return the reason, for people, as it follows "because"
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
      return "it is the first supported auth scheme of the endpoint: " + names + wish;
    }
    if (operationVersion(operation) != null) {
      return "the model specifies it for the operation" + wish;
    }
    if (hasBearerToken && offersBearer() && !setInCode) {
      return "the environment has a token for the service";
    }
    if (requested != null) {
      return "signatureVersion is " + requested;
    }
    return "the model specifies it for the service" + wish;
  }

  /**
   * Chooses the signer of a URL or a form.
   *
   * @param operation the operation
   * @param schemes the auth schemes of the endpoint rules; empty if they do not list any
   * @param suffix {@code -query} or {@code -presign-post}
   * @return a signer that supports it, or {@code none}
   * @throws UnsupportedSignatureVersionException if the chosen signer does not support it
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

  /** As in botocore, SigV4a that was configured without a region set gets the client's region. */
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
    // Whether the body is signed is decided by the caller; the signature version is the same.
    return "v4-unsigned-body".equals(type) ? "v4" : type;
  }

  /** Returns the scheme to use, or null if the configured one is not in the list. */
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

  /** Returns the version for operations whose model and endpoint do not specify one. */
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

  /** Returns the preferred names first, in the order of preference, then the others. */
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
    // The only service with SigV2 in its model that accepts SigV4; a special case in boto3 too.
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

  /** Returns botocore's name of a scheme, such as {@code aws.auth#sigv4}. */
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

  /** In the rules, {@code s3v4} and {@code v4} are the same scheme. */
  private static String plain(String version) {
    return version.startsWith("s3v4") ? version.substring("s3".length()) : version;
  }

  /** Signing names that boto3 treats as S3 if the operation or endpoint names a scheme. */
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
