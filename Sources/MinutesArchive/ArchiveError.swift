/// Why the archive cannot do what it was asked to. Nothing half-written is left behind.
public enum ArchiveError: Error, Hashable, Sendable {
    /// There is no archive in the folder.
    case missing(path: String)
    /// There is one already.
    case exists(path: String)
    /// The folder that is to become an archive holds other things.
    case folderNotEmpty(path: String)
    /// A file of the archive cannot be understood.
    case damaged(path: String, reason: String)
    /// Written by a newer version of the program.
    case tooNew(path: String, version: Int, known: Int)
    /// Another program is writing.
    case locked(path: String, owner: LockOwner?)
    /// A program on another computer was writing to this network share and has not said that it is done.
    case lockedElsewhere(path: String, owner: LockOwner)
    case permissionDenied(path: String)
    case readOnly(path: String)
    case diskFull(path: String)
    /// The user's share of the disk is used up, or a file may not grow further.
    case overQuota(path: String)
    /// A link stands where the archive has files of its own; what it leads to is not read.
    case link(path: String)
    /// No such file or folder.
    case notFound(path: String)
    /// Any other refusal of the system, with its own words.
    case system(path: String, reason: String)
    /// A file that is not to be written over.
    case fileExists(path: String)
    /// What was given as a backup is none, or is damaged.
    case badBackup(path: String, reason: String)
    /// An id or name that may not become a file name.
    case unsafeName(String)
    case unknownMeeting(String)
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path):
            "「\(path)」に会議録の保管庫がありません。場所を確かめるか、gijiroku init で新しく作ってください。"
        case .exists(let path): "「\(path)」にはすでに会議録の保管庫があります。そのまま使うか、別の場所を指定してください。"
        case .folderNotEmpty(let path):
            "「\(path)」には別のファイルがあります。空のフォルダか、まだないフォルダを指定してください。"
        case .damaged(let path, let reason):
            "「\(path)」を読み取れません（\(reason)）。控えから戻すか、gijiroku verify で状態を確かめてください。"
        case .tooNew(let path, let version, let known):
            "「\(path)」は新しい版の gijiroku で作られています（形式\(version)、この版が扱えるのは\(known)まで）。gijiroku を新しくしてください。"
        case .locked(_, let owner):
            "保管庫にほかのプログラムが書き込み中です（\(owner?.japanese ?? "相手は不明")）。終わってから、もう一度実行してください。--wait 秒数 を付けると、終わるまで待ちます。"
        case .lockedElsewhere(let path, let owner):
            "この保管庫は共有フォルダにあり、別のコンピューターが書き込み中か、途中で止まっています（\(owner.japanese)）。"
                + "そのコンピューターで動いていないことを確かめてから「\(path)」を削除し、もう一度実行してください。"
        case .permissionDenied(let path): "「\(path)」を読み書きする権限がありません。フォルダの権限を確かめてください。"
        case .readOnly(let path): "「\(path)」は書き込みできない場所にあります。書き込める場所に移すか、設定を確かめてください。"
        case .diskFull(let path): "「\(path)」を書く空き容量がありません。空きを作ってから、もう一度実行してください。書きかけのものは残っていません。"
        case .overQuota(let path):
            "「\(path)」を書けません。割り当てられた容量か、ファイルの大きさの上限に達しています。不要なファイルを減らすか、管理者に相談してください。書きかけのものは残っていません。"
        case .link(let path): "「\(path)」は別の場所を指すリンクです。保管庫の中にリンクは置けません。指している先の実物に置き換えてください。"
        case .notFound(let path): "「\(path)」が見つかりません。場所を確かめてください。"
        case .system(let path, let reason): "「\(path)」を扱えません（\(reason)）。"
        case .fileExists(let path): "「\(path)」はすでにあります。別の名前を指定するか、置き換えるときは --force を付けてください。"
        case .badBackup(let path, let reason):
            "控え「\(path)」から戻せません（\(reason)）。何も書き込んでいません。別の控えを指定してください。"
        case .unsafeName(let name): "「\(name)」はファイル名に使えません。"
        case .unknownMeeting(let id): "会議「\(id)」は保管庫にありません。gijiroku list で確かめてください。"
        }
    }
}
