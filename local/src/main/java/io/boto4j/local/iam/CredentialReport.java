package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report about passwords, keys and MFA devices of all users, as CSV. */
final class CredentialReport {
  private static final String KEY = "credential-report";
  private static final String HEADER =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
          + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
          + "access_key_1_last_used_date,access_key_1_last_used_region,"
          + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
          + "access_key_2_last_used_date,access_key_2_last_used_region,"
          + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
          + "cert_2_last_rotated";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss+00:00").withZone(ZoneOffset.UTC);

  private final IamState state;
  private final AccessKeys keys;
  private final MfaDevices devices;

  CredentialReport(IamState state, AccessKeys keys, MfaDevices devices) {
    this.state = state;
    this.keys = keys;
    this.devices = devices;
  }

  void register(OperationTable table) {
    table.write("GenerateCredentialReport", this::generate);
    table.read("GetCredentialReport", this::get);
  }

  private Map<String, ?> generate(EngineCall call) {
    if (state.settings.find(KEY) != null) {
      return Params.of("State", "COMPLETE");
    }
    state.settings.put(KEY, Map.of("GeneratedTime", state.now()));
    return Params.of(
        "State",
        "STARTED",
        "Description",
        "No report exists. Starting a new report generation task");
  }

  private Map<String, ?> get(EngineCall call) {
    Structure report = state.settings.find(KEY);
    if (report == null) {
      throw new EngineException(
          "CredentialReportNotPresentException", "Credential report not present");
    }
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (Structure user : state.users.all()) {
      csv.append(line(user)).append('\n');
    }
    csv.append(root()).append('\n');
    return Params.of(
        "Content", csv.toString().getBytes(StandardCharsets.UTF_8),
        "ReportFormat", "text/csv",
        "GeneratedTime", report.instant("GeneratedTime"));
  }

  private String root() {
    return "<root_account>,"
        + state.arn("root", "", "")
        + ",2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,"
        + "false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";
  }

  private static String date(@Nullable Instant instant, String otherwise) {
    return instant == null ? otherwise : DATE.format(instant);
  }

  private String line(Structure user) {
    String name = String.valueOf(user.text("UserName"));
    Structure password = user.structure("LoginProfile");
    List<String> line = new ArrayList<>();
    line.add(name);
    line.add(String.valueOf(user.text("Arn")));
    line.add(date(user.instant("CreateDate"), "N/A"));
    line.add(String.valueOf(password != null));
    line.add(password == null ? "N/A" : date(user.instant("PasswordLastUsed"), "no_information"));
    line.add(password == null ? "N/A" : date(password.instant("Changed"), "N/A"));
    line.add("N/A");
    line.add(String.valueOf(!devices.of(name).isEmpty()));
    List<Structure> all = keys.of(name);
    for (int i = 0; i < 2; i++) {
      if (i < all.size()) {
        Structure key = all.get(i);
        line.add(String.valueOf("Active".equals(key.text("Status"))));
        line.add(date(key.instant("CreateDate"), "N/A"));
        line.add(date(key.instant("LastUsed", "LastUsedDate"), "N/A"));
        line.add(key.structure("LastUsed") == null ? "N/A" : key.text("LastUsed", "Region"));
        line.add(key.structure("LastUsed") == null ? "N/A" : key.text("LastUsed", "ServiceName"));
      } else {
        line.addAll(List.of("false", "N/A", "N/A", "N/A", "N/A"));
      }
    }
    List<Structure> certificates =
        new ArrayList<>(state.signingCertificates.all(each -> name.equals(each.text("UserName"))));
    certificates.sort(Comparator.comparing(each -> String.valueOf(each.instant("Order"))));
    for (int i = 0; i < 2; i++) {
      boolean present = i < certificates.size();
      line.add(String.valueOf(present && "Active".equals(certificates.get(i).text("Status"))));
      line.add(present ? date(certificates.get(i).instant("UploadDate"), "N/A") : "N/A");
    }
    return String.join(",", line);
  }
}
