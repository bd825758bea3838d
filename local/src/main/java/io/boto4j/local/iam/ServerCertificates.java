package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Server certificates. */
final class ServerCertificates {
  private final IamState state;

  ServerCertificates(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("UploadServerCertificate", this::upload);
    table.read("GetServerCertificate", this::get);
    table.read(
        "ListServerCertificates",
        call ->
            Pages.of(
                call.input(),
                "ServerCertificateMetadataList",
                state.serverCertificates.all(each -> IamState.hasPrefix(each, call.input())),
                each -> each.text("ServerCertificateName"),
                ServerCertificates::metadata));
    table.write("UpdateServerCertificate", this::update);
    table.write(
        "DeleteServerCertificate",
        call -> {
          state.serverCertificates.remove(
              String.valueOf(require(call).text("ServerCertificateName")));
          return Map.of();
        });
    Tags.register(table, "ServerCertificate", "ServerCertificateName", state.serverCertificates);
  }

  private Structure require(EngineCall call) {
    return state.serverCertificates.get(call.input().text("ServerCertificateName"));
  }

  private static Params metadata(Structure certificate) {
    return Params.of(
        "Path", certificate.text("Path"),
        "ServerCertificateName", certificate.text("ServerCertificateName"),
        "ServerCertificateId", certificate.text("ServerCertificateId"),
        "Arn", certificate.text("Arn"),
        "UploadDate", certificate.instant("UploadDate"),
        "Expiration", certificate.instant("Expiration"));
  }

  private Map<String, ?> upload(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("ServerCertificateName"));
    List<Map<String, String>> tags = Tags.checked(input);
    if (state.serverCertificates.hasName(name)) {
      throw IamErrors.alreadyExists(
          "The Server Certificate with name " + name + " already exists.");
    }
    String path = IamState.path(input);
    String body = String.valueOf(input.text("CertificateBody")).stripTrailing();
    // Placeholders are accepted, because tests of other services only need a name.
    X509Certificate certificate = UserKeys.certificate(body);
    Params stored =
        Params.of(
            "Path",
            path,
            "ServerCertificateName",
            name,
            "ServerCertificateId",
            state.newId("ASCA"),
            "Arn",
            state.arn("server-certificate", path, name),
            "UploadDate",
            state.now(),
            "Expiration",
            certificate == null
                ? state.now().plus(Duration.ofDays(365))
                : certificate.getNotAfter().toInstant(),
            "CertificateBody",
            body,
            "CertificateChain",
            input.text("CertificateChain"),
            "PrivateKey",
            input.text("PrivateKey"),
            "Tags",
            tags);
    state.serverCertificates.put(name, stored);
    return Params.of(
        "ServerCertificateMetadata",
        metadata(state.serverCertificates.get(name)),
        "Tags",
        tags.isEmpty() ? null : tags);
  }

  private Map<String, ?> get(EngineCall call) {
    Structure certificate = require(call);
    return Params.of(
        "ServerCertificate",
        Params.of(
            "ServerCertificateMetadata", metadata(certificate),
            "CertificateBody", certificate.text("CertificateBody"),
            "CertificateChain", certificate.text("CertificateChain"),
            "Tags", IamState.tagsOrNothing(certificate)));
  }

  private Map<String, ?> update(EngineCall call) {
    Structure certificate = require(call);
    String name = String.valueOf(certificate.text("ServerCertificateName"));
    String newName = call.input().text("NewServerCertificateName");
    String newPath = call.input().text("NewPath");
    String finalName = newName == null ? name : newName;
    if (!finalName.equals(name) && state.serverCertificates.hasName(finalName)) {
      throw IamErrors.alreadyExists(
          "The Server Certificate with name " + finalName + " already exists.");
    }
    String path = newPath == null ? String.valueOf(certificate.text("Path")) : newPath;
    Map<String, Object> changed = new LinkedHashMap<>(certificate);
    changed.put("ServerCertificateName", finalName);
    changed.put("Path", path);
    changed.put("Arn", state.arn("server-certificate", path, finalName));
    state.serverCertificates.remove(name);
    state.serverCertificates.put(finalName, changed);
    return Map.of();
  }
}
