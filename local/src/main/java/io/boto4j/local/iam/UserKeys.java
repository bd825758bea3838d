package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SSH keys, signing certificates and service-specific credentials of users. */
final class UserKeys {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int MAX_CERTIFICATES = 2;

  private final IamState state;

  UserKeys(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("UploadSSHPublicKey", this::uploadSsh);
    table.read("GetSSHPublicKey", this::getSsh);
    table.read("ListSSHPublicKeys", this::listSsh);
    table.write("UpdateSSHPublicKey", call -> update(call, state.sshKeys, "SSHPublicKeyId"));
    table.write("DeleteSSHPublicKey", call -> delete(call, state.sshKeys, "SSHPublicKeyId"));
    table.write("UploadSigningCertificate", this::uploadCertificate);
    table.read("ListSigningCertificates", this::listCertificates);
    table.write(
        "UpdateSigningCertificate",
        call -> update(call, state.signingCertificates, "CertificateId"));
    table.write(
        "DeleteSigningCertificate",
        call -> delete(call, state.signingCertificates, "CertificateId"));
    table.write("CreateServiceSpecificCredential", this::createCredential);
    table.read("ListServiceSpecificCredentials", this::listCredentials);
    table.write(
        "UpdateServiceSpecificCredential",
        call -> update(call, state.serviceCredentials, "ServiceSpecificCredentialId"));
    table.write("ResetServiceSpecificCredential", this::resetCredential);
    table.write(
        "DeleteServiceSpecificCredential",
        call -> delete(call, state.serviceCredentials, "ServiceSpecificCredentialId"));
  }

  private Structure require(EngineCall call, Entities entities, String member) {
    String user = state.userName(call);
    state.users.get(user);
    String id = call.input().text(member);
    Structure found = entities.get(id);
    return user.equals(found.text("UserName")) ? found : entities.get("\u0000" + id);
  }

  private Map<String, ?> update(EngineCall call, Entities entities, String member) {
    Structure found = require(call, entities, member);
    entities.edit(String.valueOf(found.text(member)), "Status", call.input().text("Status"));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call, Entities entities, String member) {
    entities.remove(String.valueOf(require(call, entities, member).text(member)));
    return Map.of();
  }

  private List<Structure> of(EngineCall call, Entities entities) {
    String user = state.userName(call);
    state.users.get(user);
    return entities.all(each -> user.equals(each.text("UserName")));
  }

  private Map<String, ?> uploadSsh(EngineCall call) {
    String user = String.valueOf(call.input().text("UserName"));
    state.users.get(user);
    String body = String.valueOf(call.input().text("SSHPublicKeyBody"));
    String id = "APKA" + state.newText(LETTERS, 16);
    Params key =
        Params.of(
            "UserName",
            user,
            "SSHPublicKeyId",
            id,
            "Fingerprint",
            fingerprint(body),
            "SSHPublicKeyBody",
            body,
            "Status",
            "Active",
            "UploadDate",
            state.now());
    state.sshKeys.put(id, key);
    return Params.of("SSHPublicKey", key);
  }

  /** The MD5 of the key's bytes; of the text, if it is not in the format of SSH. */
  private static String fingerprint(String body) {
    String[] parts = body.trim().split("\\s+", 3);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (parts.length > 1 && parts[0].startsWith("ssh-")) {
      try {
        bytes = Base64.getDecoder().decode(parts[1]);
      } catch (IllegalArgumentException e) {
        bytes = body.getBytes(StandardCharsets.UTF_8);
      }
    }
    try {
      return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, ?> getSsh(EngineCall call) {
    Structure key = require(call, state.sshKeys, "SSHPublicKeyId");
    if (!"PEM".equals(call.input().text("Encoding"))) {
      return Params.of("SSHPublicKey", key);
    }
    String pem = pem(String.valueOf(key.text("SSHPublicKeyBody")));
    return Params.of("SSHPublicKey", Params.copyOf(key).with("SSHPublicKeyBody", pem));
  }

  /** Turns an RSA key from the format of SSH into PEM. Other texts are returned unchanged. */
  private static String pem(String body) {
    String[] parts = body.trim().split("\\s+", 3);
    if (parts.length < 2 || !parts[0].equals("ssh-rsa")) {
      return body;
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
      next(buffer);
      BigInteger exponent = new BigInteger(next(buffer));
      BigInteger modulus = new BigInteger(next(buffer));
      byte[] encoded =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, exponent))
              .getEncoded();
      return "-----BEGIN PUBLIC KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
          + "\n-----END PUBLIC KEY-----\n";
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | java.nio.BufferUnderflowException
        | NegativeArraySizeException e) {
      return body;
    }
  }

  private static byte[] next(ByteBuffer buffer) {
    int length = buffer.getInt();
    if (length > buffer.remaining()) {
      throw new IllegalArgumentException();
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private Map<String, ?> listSsh(EngineCall call) {
    return Pages.of(
        call.input(),
        "SSHPublicKeys",
        of(call, state.sshKeys),
        key -> key.text("SSHPublicKeyId"),
        key -> Params.copyOf(key).without("Fingerprint").without("SSHPublicKeyBody"));
  }

  /** Reads a certificate in PEM. */
  static java.security.cert.@Nullable X509Certificate certificate(String body) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return factory.generateCertificate(
                  new ByteArrayInputStream(body.trim().getBytes(StandardCharsets.UTF_8)))
              instanceof java.security.cert.X509Certificate certificate
          ? certificate
          : null;
    } catch (CertificateException e) {
      return null;
    }
  }

  private Map<String, ?> uploadCertificate(EngineCall call) {
    String user = state.userName(call);
    state.users.get(user);
    String body = String.valueOf(call.input().text("CertificateBody"));
    if (certificate(body) == null) {
      throw new EngineException(
          "MalformedCertificateException", "Certificate " + body + " is malformed");
    }
    if (of(call, state.signingCertificates).size() >= MAX_CERTIFICATES) {
      throw IamErrors.limit("Cannot exceed quota for CertificatesPerUser: " + MAX_CERTIFICATES);
    }
    String id = state.newText(LETTERS, 24);
    Params certificate =
        Params.of(
            "UserName", user,
            "CertificateId", id,
            "CertificateBody", body,
            "Status", "Active",
            "UploadDate", state.now());
    // The credential report has the certificates in the order of their upload.
    state.signingCertificates.put(id, certificate.with("Order", state.context.clock().instant()));
    return Params.of("Certificate", certificate);
  }

  private Map<String, ?> listCertificates(EngineCall call) {
    return Pages.of(
        call.input(),
        "Certificates",
        of(call, state.signingCertificates),
        certificate -> certificate.text("CertificateId"),
        certificate -> Params.copyOf(certificate).without("Order"));
  }

  private Map<String, ?> createCredential(EngineCall call) {
    String user = String.valueOf(call.input().text("UserName"));
    state.users.get(user);
    String service = String.valueOf(call.input().text("ServiceName"));
    if (!service.matches("(codecommit|cassandra|bedrock|logs|xray|[a-z-]+)\\.amazonaws\\.com")) {
      throw new EngineException(
          "ServiceNotSupportedException",
          "No such service " + service + " is supported for Service Specific Credentials");
    }
    String id = "ACCA" + state.newText(LETTERS, 17);
    Integer days = call.input().integer("CredentialAgeDays");
    Instant now = state.now();
    boolean named = service.startsWith("codecommit") || service.startsWith("cassandra");
    String name = user + "-at-" + state.context.account();
    Params credential =
        Params.of(
            "CreateDate",
            now,
            "ExpirationDate",
            days == null ? null : now.plus(Duration.ofDays(days)),
            "ServiceName",
            service,
            "ServiceUserName",
            named ? name : null,
            "ServicePassword",
            named ? password() : null,
            "ServiceCredentialAlias",
            named ? null : name,
            "ServiceCredentialSecret",
            named ? null : password(),
            "ServiceSpecificCredentialId",
            id,
            "UserName",
            user,
            "Status",
            "Active");
    state.serviceCredentials.put(id, credential);
    return Params.of("ServiceSpecificCredential", credential);
  }

  private String password() {
    return state.newText("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 43)
        + "=";
  }

  private Map<String, ?> listCredentials(EngineCall call) {
    String service = call.input().text("ServiceName");
    boolean all = Boolean.TRUE.equals(call.input().bool("AllUsers"));
    List<Structure> credentials =
        all ? state.serviceCredentials.all() : of(call, state.serviceCredentials);
    return Pages.of(
        call.input(),
        "ServiceSpecificCredentials",
        credentials.stream()
            .filter(each -> service == null || service.equals(each.text("ServiceName")))
            .toList(),
        each -> each.text("ServiceSpecificCredentialId"),
        each -> Params.copyOf(each).without("ServicePassword").without("ServiceCredentialSecret"));
  }

  private Map<String, ?> resetCredential(EngineCall call) {
    Structure found = require(call, state.serviceCredentials, "ServiceSpecificCredentialId");
    String member =
        found.text("ServicePassword") == null ? "ServiceCredentialSecret" : "ServicePassword";
    Structure changed =
        state.serviceCredentials.edit(
            String.valueOf(found.text("ServiceSpecificCredentialId")), member, password());
    return Params.of("ServiceSpecificCredential", changed);
  }
}
