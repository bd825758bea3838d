package io.boto4j.model;

import io.boto4j.model.pack.Pack;
import io.boto4j.model.pack.PackErrors;
import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.pack.PackInput;
import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service model in a pack. */
final class PackServiceSource implements ServiceSource {
  /** A hundred times as many as the largest service has; more are damage. */
  private static final int MAX_ITEMS = 1_000_000;

  private final Pack pack;
  private final Traits metadata;
  private final Traits traits;
  private final int operationCount;
  private final int shapeCount;
  private final int[] operationFirsts;
  private final int[] shapeFirsts;

  /** Each created on first use; threads that race may each create one. */
  private final byte[] @Nullable [] operationBlocks;

  /** Each created on first use; threads that race may each create one. */
  private final byte[] @Nullable [] shapeBlocks;

  /** The positions of the items of each block, created with it. */
  private final int[] @Nullable [] operationPositions;

  /** The positions of the items of each block, created with it. */
  private final int[] @Nullable [] shapePositions;

  /** Created on first use; threads that race may each create one. */
  private volatile String @Nullable [] operationNames;

  PackServiceSource(Pack pack) {
    this.pack = pack;
    PackInput meta = new PackInput(pack.required(PackFormat.META, 0), 0);
    this.metadata = traits(meta);
    this.traits = traits(meta);
    this.operationCount = meta.index(MAX_ITEMS);
    this.shapeCount = meta.index(MAX_ITEMS);
    this.operationFirsts = firsts(meta);
    this.shapeFirsts = firsts(meta);
    this.operationBlocks = new byte[operationFirsts.length][];
    this.shapeBlocks = new byte[shapeFirsts.length][];
    this.operationPositions = new int[operationFirsts.length][];
    this.shapePositions = new int[shapeFirsts.length][];
  }

  /** Returns a part of the service; empty if the service has no such part. */
  Map<String, Object> part(ModelPart part) {
    return pack.value(part.section());
  }

  /** Returns the endpoint rule set, or null if the service has none. */
  @Nullable EndpointRules endpointRules() {
    byte[] section = pack.section(PackFormat.ENDPOINT_RULES, 0);
    return section == null ? null : EndpointRules.of(section);
  }

  /** Returns the signing regions, in the form that {@link SigningRegions} creates. */
  Map<String, Object> signingRegions() {
    return pack.value(PackFormat.SIGNING_REGIONS);
  }

  /** Returns the definitions of the resources; empty if the pack has none. */
  String resources() {
    byte[] section = pack.section(PackFormat.RESOURCES, 0);
    return section == null ? "" : new PackInput(section, 0).text();
  }

  @Override
  public Traits metadata() {
    return metadata;
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public String[] operationNames() {
    String[] created = operationNames;
    if (created == null) {
      created = new PackInput(pack.required(PackFormat.OPERATION_NAMES, 0), 0).texts();
      if (created.length != operationCount) {
        throw PackErrors.of("The model pack is damaged: operations are missing", null);
      }
      operationNames = created;
    }
    return created;
  }

  @Override
  public OperationModel readOperation(ServiceModel owner, int index) {
    PackInput in = operation(index);
    String name = in.text();
    Traits http = traits(in);
    Traits operationTraits = traits(in);
    Member input = in.u8() == 0 ? null : reference(in, owner, "input", 0);
    Member output = in.u8() == 0 ? null : reference(in, owner, "output", 0);
    int count = in.count();
    List<Member> errors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      errors.add(reference(in, owner, "error", 0));
    }
    return new OperationModel(name, operationTraits, http, input, output, errors);
  }

  @Override
  public int shapeCount() {
    return shapeCount;
  }

  @Override
  public Shape readShape(ServiceModel owner, int index) {
    PackInput in = shape(index);
    ShapeType type = PackFormat.shapeType(in.index(PackFormat.shapeTypeCount()));
    String name = in.text();
    Traits shapeTraits = traits(in);
    if (type == ShapeType.STRUCTURE) {
      return structure(in, owner, name, shapeTraits, index);
    }
    if (type == ShapeType.LIST) {
      return new ListShape(name, shapeTraits, reference(in, owner, "member", index));
    }
    if (type == ShapeType.MAP) {
      Member key = reference(in, owner, "key", index);
      return new MapShape(name, shapeTraits, key, reference(in, owner, "value", index));
    }
    return new SimpleShape(name, type, shapeTraits);
  }

  @Override
  public String[] shapeNames() {
    String[] names = new String[shapeCount];
    for (int i = 0; i < shapeCount; i++) {
      PackInput in = shape(i);
      in.varint();
      names[i] = in.text();
    }
    return names;
  }

  @Override
  public ErrorCodes errorCodes() {
    PackInput in = new PackInput(pack.required(PackFormat.ERROR_CODES, 0), 0);
    String[] codes = in.texts();
    int[] shapes = new int[codes.length];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = in.index(shapeCount);
    }
    return new ErrorCodes(codes, shapes);
  }

  private static StructureShape structure(
      PackInput in, ServiceModel owner, String name, Traits traits, int index) {
    Member[] members = new Member[in.count()];
    for (int i = 0; i < members.length; i++) {
      members[i] = reference(in, owner, in.text(), index);
    }
    int[] required = new int[in.count()];
    for (int i = 0; i < required.length; i++) {
      required[i] = in.index(members.length);
    }
    return new StructureShape(name, traits, members, required);
  }

  private static Member reference(PackInput in, ServiceModel owner, String name, int from) {
    long target = from + in.zigzag();
    if (target < 0 || target >= owner.source().shapeCount()) {
      throw PackErrors.of("The model pack is damaged: no shape " + target, null);
    }
    return new Member(name, traits(in), owner, (int) target);
  }

  private PackInput operation(int index) {
    return item(
        PackFormat.OPERATIONS,
        operationBlocks,
        operationPositions,
        operationFirsts,
        operationCount,
        index);
  }

  private PackInput shape(int index) {
    return item(PackFormat.SHAPES, shapeBlocks, shapePositions, shapeFirsts, shapeCount, index);
  }

  /** Finds an item: the block that contains it, then its position there. */
  private PackInput item(
      int kind,
      byte[] @Nullable [] blocks,
      int[] @Nullable [] positions,
      int[] firsts,
      int total,
      int index) {
    int search = Arrays.binarySearch(firsts, index);
    int nth = search >= 0 ? search : -search - 2;
    if (nth < 0 || nth >= blocks.length) {
      throw PackErrors.of("The model pack is damaged: no item " + index, null);
    }
    byte[] block = blocks[nth];
    int[] found = positions[nth];
    if (block == null || found == null) {
      block = pack.required(kind, nth);
      int end = nth + 1 < firsts.length ? firsts[nth + 1] : total;
      found = positions(block, end - firsts[nth]);
      positions[nth] = found;
      blocks[nth] = block;
    }
    int place = index - firsts[nth];
    if (place >= found.length) {
      throw PackErrors.of("The model pack is damaged: no item " + index, null);
    }
    return new PackInput(block, found[place]);
  }

  /** Returns the positions of the items in a block, each of which is after its length. */
  private static int[] positions(byte[] block, int count) {
    if (count < 0 || count > block.length) {
      throw PackErrors.of("The model pack is damaged: no block of " + count + " items", null);
    }
    int[] positions = new int[count];
    PackInput in = new PackInput(block, 0);
    for (int i = 0; i < count; i++) {
      int length = in.count();
      positions[i] = in.position();
      in.skip(length);
    }
    return positions;
  }

  private static Traits traits(PackInput in) {
    int count = in.count();
    if (count == 0) {
      return Traits.NONE;
    }
    String[] names = new String[count];
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      int number = in.index(PackFormat.traitNameCount());
      names[i] = number == 0 ? in.text() : PackFormat.traitName(number);
      Object value = in.value();
      if (value == null) {
        throw PackErrors.of("The model pack is damaged: a trait has no value", null);
      }
      values[i] = value;
    }
    return new Traits(names, values);
  }

  private static int[] firsts(PackInput in) {
    int[] firsts = new int[in.count()];
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = in.index(MAX_ITEMS);
    }
    return firsts;
  }
}
