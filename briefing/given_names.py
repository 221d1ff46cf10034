"""Given names that are one name, and family names that stand first. Own lists, not complete."""

_SAME = """
abigail abby
abraham abe
ahmed ahmad ahmet achmed
albert al bert
alexander alex aleksander aleksandr alexandr oleksandr aliaksandr alec sasha sander
alexandra alex aleksandra oleksandra sandra sasha
alexei alexey aleksei aleksey alexi oleksii oleksiy aliaksei
alfred alf fred
andrew andy drew andriy andrii andrei andrey
anthony tony antony
antonio tony toni
arthur art
barbara barb babs
benjamin ben benny bibi
bernard bernie
bradley brad
catherine cathy kate katie kathy katherine kathryn cate kateryna ekaterina yekaterina
charles charlie chuck carl
christina christine chris tina
christopher chris topher
clifford cliff
curtis curt
cynthia cindy
daniel dan danny daniil danylo
david dave davey dawid
deborah debbie debra deb
dennis denis denys
dmitry dmitri dmitriy dmitrii dmytro dzmitry
donald don donnie
douglas doug
edward ed eddie ted ned teddy
elena yelena olena helena
elizabeth liz beth betty lizzie eliza elisabeth betsy
eugene gene yevgeny evgeny evgeni yevhen evgenii
francis frank fran
frederick fred freddie frederic
gabriel gabe
george georgi heorhii
gerald gerry jerry
gregory greg gregg grigory hryhorii
harold harry hal
henry harry hank
hussein hussain husain hossein husayn
igor ihor
irina iryna
jacob jake
james jim jimmy jamie
jeffrey jeff geoffrey geoff
jennifer jen jenny
jessica jess
john jack johnny jon
jonathan jon jonny
joseph joe joey josef
joshua josh
judith judy
kenneth ken kenny
kirill kyrylo cyril kiril
konstantin kostiantyn constantine
lawrence larry laurence
leonard len leo
leonid leonyd
louis lou lewis luis
lucille lucy
margaret maggie meg peggy marge
matthew matt
maksim maxim maksym max
michael mike mick mikhail mykhailo michail
mitchell mitch
mohammed muhammad mohamed mohammad muhammed mohamad mehmet
muammar moammar muamar
natalia natalya nataliia natalie
nathaniel nathan nate
nicholas nick nicolas nikolai nikolay mykola nicola
oleg oleh
pamela pam
patricia pat patty tricia
patrick pat paddy
paul pavel pavlo paulo
peter pete petr petro pyotr piotr
philip phil phillip
rebecca becky
raymond ray
richard rick dick rich richie ricky
robert bob rob bobby robbie
ronald ron ronnie
rostislav rostyslav
russell russ
samuel sam sammy
samantha sam
sergei sergey serhii serhiy sergii sergiy siarhei
stanislav stas
stephen steve steven stephan stefan
stephanie steph
stewart stuart stu
susan sue susie suzanne
svetlana svitlana sviatlana
tatiana tatyana tetiana tetyana
theodore ted teddy theo
theresa terry teresa tess
terrence terry terence
thaddeus tad
thomas tom tommy
timothy tim timmy
valentin valentyn
valery valeriy valerii valeri
vasily vasyl vasili
victor viktor vic
victoria vicky viktoria viktoriia
vincent vince vinny
virginia ginny
vitaly vitali vitaliy vitalii
vladimir volodymyr uladzimir wladimir
vladislav vladyslav
walter walt
william bill will billy willie liam
yulia yuliya yuliia julia
yuri yuriy yurii yury iurii
yusuf youssef yousef yussuf yousuf joseph
zachary zach zack
"""

_FAMILY_FIRST = """
bai cai cao chan chang chen cheng cheung chiang chow chu cui dai deng ding dong du fan fang feng fu
gao ge gong gu guan guo han hao he ho hong hou hu hua huang jia jiang jin kang kong lai lam lau le
lei leung li liang liao lim lin liu long lu luo lv ma mao meng mo ng ni ouyang pan peng qi qian qiao
qin qiu qu ren shao shen shi song su sun tan tang tao tian tsai wan wang wei wen weng wong wu xi
xia xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zhuang
zou kim lee park choi jung jeong kang cho yoon yun jang lim han oh seo shin kwon hwang ahn song ryu
moon bae baek noh roh chung nguyen tran pham hoang huynh phan vu vo dang bui ngo duong ly truong to
"""

NICKNAMES: dict[str, frozenset[int]] = {}
"""The groups of names that stand for one another, by name; a name may be in several."""

for _number, _line in enumerate(_SAME.strip().splitlines()):
    for _name in _line.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | {_number}

FAMILY_FIRST = frozenset(_FAMILY_FIRST.split())
"""Chinese, Korean and Vietnamese family names, which their bearers' names mostly begin with."""
