"""Say why the system refused a file, in both languages."""

from __future__ import annotations

import errno

from perf_lint.model.words import Words

_CHINESE = {
    "ENOENT": "路径不存在",
    "EACCES": "没有权限",
    "EPERM": "不允许这样做",
    "EISDIR": "这是文件夹",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EEXIST": "已经存在",
    "EROFS": "磁盘是只读的",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "超出磁盘配额",
    "EFBIG": "文件太大",
    "ENAMETOOLONG": "名称太长",
    "ELOOP": "链接绕成了圈",
    "EBUSY": "正被别的程序使用",
    "ETXTBSY": "正被别的程序使用",
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    "EIO": "磁盘读写出错",
    "EPIPE": "接收的一方已经关闭",
    "EINVAL": "系统不接受这个名称或操作",
    "ENXIO": "没有这个设备",
    "ENODEV": "没有这个设备",
}
"""Chinese reasons by name, as not every system has every number; what is not here keeps the system's own words."""


def why(error: OSError) -> Words:
    """Give the reason of a refusal: `磁盘已满`, `No space left on device`."""
    english = error.strerror or str(error)
    return Words(_CHINESE.get(errno.errorcode.get(error.errno or 0, ""), english), english)
