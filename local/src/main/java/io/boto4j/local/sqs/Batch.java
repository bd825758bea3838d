package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Rules and results of batches. */
final class Batch {
  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
  private static final int MOST = 10;

  private Batch() {}

  interface Work {
    Map<String, Object> run(Structure entry);
  }

  static void check(List<Structure> entries, String kind) {
    if (entries.isEmpty()) {
      throw new EngineException(
          "EmptyBatchRequest", "There should be at least one " + kind + " in the request.");
    }
    if (entries.size() > MOST) {
      throw new EngineException(
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are "
              + MOST
              + ". You have sent "
              + entries.size()
              + ".");
    }
    Map<String, Boolean> seen = new HashMap<>();
    for (Structure entry : entries) {
      String id = Objects.requireNonNullElse(entry.text("Id"), "");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw new EngineException(
            "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (seen.put(id, true) != null) {
        throw new EngineException("BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
      }
    }
  }

  static Map<String, Object> run(List<Structure> entries, Work work) {
    List<Map<String, Object>> successful = new ArrayList<>();
    List<Map<String, Object>> failed = new ArrayList<>();
    for (Structure entry : entries) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("Id", Objects.requireNonNullElse(entry.text("Id"), ""));
      try {
        result.putAll(work.run(entry));
        successful.add(result);
      } catch (EngineException e) {
        result.put("SenderFault", true);
        result.put("Code", SqsErrors.entryCode(e));
        result.put("Message", e.serviceMessage());
        failed.add(result);
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!successful.isEmpty()) {
      answer.put("Successful", successful);
    }
    if (!failed.isEmpty()) {
      answer.put("Failed", failed);
    }
    return answer;
  }
}
