/*
 * node-api-headers carries only the stable Node-API. This one experimental declaration lets node-addon-api put off
 * finalizers that touch the heap, which Node 20 (Electron 33) requires of a module that asks for the experimental
 * version. Without it the addon answers `SELECT 1` and aborts at the first garbage collection.
 */
#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize_cb,
                                                           void* finalize_data, void* finalize_hint);
EXTERN_C_END
