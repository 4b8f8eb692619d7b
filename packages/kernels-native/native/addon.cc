// The addon: offers the kernels that this processor can run, and calls them on a WebAssembly memory's buffer.
// Nothing is global; each environment (the main thread, every worker) has its own scratch memory.
#define NAPI_VERSION 8
#include <math.h>
#include <node_api.h>
#include <utility>
#include "kernels.h"

namespace {

/** A set of kernels with the scratch memory of one environment. */
struct Bound {
  const Kernels* kernels;
  Scratch scratch;
};

constexpr int mostSets = 3;

struct Instance {
  Bound sets[mostSets];
};

/** The kernels that this processor can run, the best first; returns how many. */
int findSets(Bound* sets) {
  int count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
  if (avx512 && __builtin_cpu_supports("avx512vpopcntdq")) sets[count++].kernels = &kernelsAvx512Vpopcntdq;
  if (avx512) sets[count++].kernels = &kernelsAvx512;
  if (__builtin_cpu_supports("avx2")) sets[count++].kernels = &kernelsAvx2;
#elif defined(__aarch64__)
  sets[count++].kernels = &kernelsNeon;
#endif
  return count;
}

template <typename T>
T operand(double value) {
  return (T)value;
}

/** Whole numbers as WebAssembly takes them: modulo 2^32, so that addresses beyond 2^31 may come as negative ones. */
template <>
size_t operand<size_t>(double value) {
  return (uint32_t)(int64_t)value;
}

template <typename... Operands, size_t... at>
void apply(void (*kernel)(Memory&, Scratch&, Operands...), Memory& memory, Scratch& scratch, const double* numbers,
           std::index_sequence<at...>) {
  kernel(memory, scratch, operand<Operands>(numbers[at])...);
}

/** A function of JavaScript: the buffer of the memory, then the operands as numbers. */
template <typename... Operands>
napi_value call(napi_env env, napi_callback_info info, void (*Kernels::*kernel)(Memory&, Scratch&, Operands...)) {
  constexpr size_t count = sizeof...(Operands);
  napi_value values[count + 1];
  size_t given = count + 1;
  void* data = nullptr;
  napi_get_cb_info(env, info, &given, values, nullptr, &data);
  Bound& bound = *static_cast<Bound*>(data);
  void* base = nullptr;
  Memory memory = {nullptr, 0, false};
  if (given < count + 1 || napi_get_arraybuffer_info(env, values[0], &base, &memory.bytes) != napi_ok) {
    napi_throw_type_error(env, nullptr, "A kernel needs the buffer of a memory and all its operands.");
    return nullptr;
  }
  memory.base = static_cast<uint8_t*>(base);
  double numbers[count];
  for (size_t i = 0; i < count; i++) {
    bool flag = false;
    if (napi_get_value_double(env, values[i + 1], &numbers[i]) == napi_ok && !isnan(numbers[i])) continue;
    if (napi_get_value_bool(env, values[i + 1], &flag) == napi_ok) {
      numbers[i] = flag;
      continue;
    }
    napi_throw_type_error(env, nullptr, "An operand of a kernel is not a number.");
    return nullptr;
  }
  apply(bound.kernels->*kernel, memory, bound.scratch, numbers, std::index_sequence_for<Operands...>());
  if (memory.outside) napi_throw_range_error(env, nullptr, "An operand lies outside the memory.");
  if (bound.scratch.failed) napi_throw_error(env, nullptr, "There is no memory left for a product's tables.");
  bound.scratch.failed = false;
  return nullptr;
}

template <auto kernel>
napi_value entry(napi_env env, napi_callback_info info) {
  return call(env, info, kernel);
}

template <auto kernel>
void define(napi_env env, napi_value set, const char* name, Bound* bound) {
  napi_value function;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, entry<kernel>, bound, &function);
  napi_set_named_property(env, set, name, function);
}

void defineText(napi_env env, napi_value object, const char* name, const char* text) {
  napi_value value;
  napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &value);
  napi_set_named_property(env, object, name, value);
}

napi_value defineSet(napi_env env, Bound* bound) {
  napi_value set;
  napi_create_object(env, &set);
  defineText(env, set, "processor", bound->kernels->processor);
#define DEFINE(name) define<&Kernels::name>(env, set, #name, bound)
  DEFINE(productRealSign);
  DEFINE(productIntSign);
  DEFINE(productSmallIntSign);
  DEFINE(productCountSign);
  DEFINE(productBitSign);
  DEFINE(thresholdedCountSign);
  DEFINE(thresholdedBitSign);
  DEFINE(productXnor);
  DEFINE(productReal);
  DEFINE(productLists);
  DEFINE(convolutionInputGradient);
  DEFINE(adam);
#undef DEFINE
  return set;
}

void release(napi_env, void* data, void*) {
  Instance* instance = static_cast<Instance*>(data);
  for (Bound& bound : instance->sets) free(bound.scratch.data);
  free(instance);
}

}  // namespace

/** `stamp` of the sources, and `sets`: the kernels that run here, the best first. */
NAPI_MODULE_INIT() {
  defineText(env, exports, "stamp", BITFRONT_STAMP);
  Instance* instance = static_cast<Instance*>(calloc(1, sizeof(Instance)));
  if (instance == nullptr) return exports;
  napi_set_instance_data(env, instance, release, nullptr);
  napi_value sets;
  napi_create_array(env, &sets);
  const int count = findSets(instance->sets);
  for (int i = 0; i < count; i++) napi_set_element(env, sets, i, defineSet(env, &instance->sets[i]));
  napi_set_named_property(env, exports, "sets", sets);
  return exports;
}
