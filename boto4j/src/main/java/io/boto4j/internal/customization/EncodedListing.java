package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.OperationModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Keys may contain characters that XML cannot represent, so listings are requested with encoded
 * keys, and decoded. A user who asks for the encoding receives the encoded keys.
 */
final class EncodedListing {
  private static final String ENCODING = "EncodingType";
  private static final String URL = "url";
  private static final String PREFIX = "Prefix";
  private static final String DELIMITER = "Delimiter";

  private EncodedListing() {}

  static void askFor(InputChanges input) {
    if (!input.contains(ENCODING)) {
      input.put(ENCODING, URL);
    }
  }

  static Structure decode(OperationModel operation, Map<String, ?> asked, Structure output) {
    if (asked.containsKey(ENCODING)
        || !URL.equals(output.get(ENCODING))
        || !(output instanceof SlotStructure listing)) {
      return output;
    }
    return switch (operation.name()) {
      case "ListObjects" -> objects(texts(listing, DELIMITER, "Marker", "NextMarker"));
      case "ListObjectsV2" -> objects(texts(listing, DELIMITER, PREFIX, "StartAfter"));
      default -> versions(texts(listing, "KeyMarker", "NextKeyMarker", PREFIX, DELIMITER));
    };
  }

  private static SlotStructure objects(SlotStructure listing) {
    return elements(elements(listing, "Contents", "Key"), "CommonPrefixes", PREFIX);
  }

  private static SlotStructure versions(SlotStructure listing) {
    SlotStructure versions = elements(listing, "Versions", "Key");
    return elements(elements(versions, "DeleteMarkers", "Key"), "CommonPrefixes", PREFIX);
  }

  private static SlotStructure texts(SlotStructure structure, String... members) {
    SlotStructure decoded = structure;
    for (String member : members) {
      decoded = text(decoded, member);
    }
    return decoded;
  }

  private static SlotStructure text(SlotStructure structure, String member) {
    if (!(structure.get(member) instanceof String encoded)) {
      return structure;
    }
    String text = PercentEncoding.decode(encoded.replace('+', ' '));
    return text.equals(encoded) ? structure : structure.with(member, text);
  }

  private static SlotStructure elements(SlotStructure listing, String member, String text) {
    if (!(listing.get(member) instanceof List<?> encoded)) {
      return listing;
    }
    List<Object> decoded = new ArrayList<>(encoded.size());
    for (Object element : encoded) {
      decoded.add(element instanceof SlotStructure each ? text(each, text) : element);
    }
    return listing.with(member, Collections.unmodifiableList(decoded));
  }
}
