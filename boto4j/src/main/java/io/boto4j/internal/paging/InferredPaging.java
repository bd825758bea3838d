package io.boto4j.internal.paging;

import io.boto4j.model.ListShape;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paging inferred for an operation without a paginator in the model: input and output have a token
 * under names that are used for nothing else, and the output has exactly one list.
 */
public final class InferredPaging {
  /** The names of the token in the input and in the output. */
  private static final String[][] TOKENS = {
    {"NextToken", "NextToken"},
    {"nextToken", "nextToken"},
    {"next_token", "next_token"},
    {"PageToken", "NextPageToken"},
    {"pageToken", "nextPageToken"},
    {"NextPageToken", "NextPageToken"},
    {"nextPageToken", "nextPageToken"},
    {"PaginationToken", "PaginationToken"},
    {"paginationToken", "paginationToken"},
    {"ContinuationToken", "NextContinuationToken"},
    {"Marker", "NextMarker"},
    {"marker", "nextMarker"},
    {"Marker", "Marker"},
    {"marker", "marker"},
    {"NextMarker", "NextMarker"},
    {"nextMarker", "nextMarker"},
  };

  private static final String[] LIMITS = {
    "MaxResults",
    "maxResults",
    "max_results",
    "MaxItems",
    "maxItems",
    "MaxRecords",
    "Limit",
    "limit",
    "PageSize",
    "pageSize",
    "page_size",
  };

  private InferredPaging() {}

  /**
   * Infers the paging of an operation.
   *
   * @param operation an operation without a paginator
   * @return the paging, or null if the operation does not appear to be paged
   */
  public static @Nullable Paging of(OperationModel operation) {
    StructureShape input = operation.input();
    StructureShape output = operation.output();
    if (input == null || output == null) {
      return null;
    }
    String list = onlyList(output);
    for (String[] token : TOKENS) {
      if (list != null && isText(input, token[0]) && isText(output, token[1])) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("input_token", token[0]);
        config.put("output_token", token[1]);
        config.put("result_key", list);
        for (String limit : LIMITS) {
          if (input.indexOf(limit) >= 0) {
            config.putIfAbsent("limit_key", limit);
          }
        }
        return Paging.of(operation, config, /* inferred= */ true);
      }
    }
    return null;
  }

  private static boolean isText(StructureShape shape, String name) {
    int index = shape.indexOf(name);
    return index >= 0 && shape.member(index).shape().type() == ShapeType.STRING;
  }

  private static @Nullable String onlyList(StructureShape output) {
    String only = null;
    for (int i = 0; i < output.size(); i++) {
      Shape shape = output.member(i).shape();
      if (shape instanceof ListShape) {
        if (only != null) {
          return null;
        }
        only = output.member(i).name();
      }
    }
    return only;
  }
}
